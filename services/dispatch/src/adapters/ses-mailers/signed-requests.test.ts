import { createHash } from 'node:crypto';

import { openSigner } from './signed-requests.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
const body = Buffer.from('Action=SendRawEmail');

it.each([
  ['eu-west-1', 'https://email.eu-west-1.amazonaws.com/'],
  ['cn-north-1', 'https://email.cn-north-1.amazonaws.com.cn/'],
])('finds the endpoint of %s as the client would', async (region, url) => {
  const signer = await openSigner({ region, credentials, endpoint: '' });

  expect(signer.url.href).toBe(url);
});

it('signs what is sent, for the region and the session', async () => {
  const signer = await openSigner({ region: 'eu-west-1', credentials, endpoint: '' });
  const headers = await signer.sign([body.subarray(0, 7), body.subarray(7)]);

  expect(headers).toMatchObject({
    host: 'email.eu-west-1.amazonaws.com',
    'content-length': '19',
    'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
    'x-amz-security-token': 'token',
    authorization: expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/ses\/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{64}$/,
    ),
  });
});

it('signs every body differently', async () => {
  const signer = await openSigner({ region: 'eu-west-1', credentials, endpoint: '' });
  const signed = await Promise.all([body, Buffer.from('Action=SendRawEmaiL')].map((each) => signer.sign([each])));

  expect(signed[0]?.['authorization']).not.toBe(signed[1]?.['authorization']);
});
