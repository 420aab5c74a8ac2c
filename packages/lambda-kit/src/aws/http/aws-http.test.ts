import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';

import { AwsHttp } from './aws-http.ts';
import { connect } from './connection.ts';

const region = 'eu-west-1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
let server: Server | undefined;

/** Answers requests one after the other; the last listener answers all that follow. */
const listening = async (...listeners: readonly RequestListener[]) => {
  const asked: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request);
    request.resume();
    (listeners[asked.length - 1] ?? listeners.at(-1))?.(request, response);
  };
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return { asked, connection: { endpoint, region, credentials } };
};
const answering =
  (status: number, body = ''): RequestListener =>
  (_, response) =>
    response.writeHead(status, { etag: '"e"' }).end(body);
const xml = (code: string) => `<?xml version="1.0"?>\n<Error><Code>${code}</Code><Message>a &lt; b</Message></Error>`;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

it('asks, signed, for what it was told to ask', async () => {
  const { asked, connection } = await listening(answering(200, 'fine'));

  const answer = await new AwsHttp('s3', connection).send({ method: 'GET', bucket: 'b', path: '/a%20key' });

  expect([answer.body.toString(), answer.headers['etag']]).toEqual(['fine', '"e"']);
  expect(asked[0]).toMatchObject({
    method: 'GET',
    url: '/b/a%20key',
    headers: {
      'x-amz-security-token': 'token',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request, SignedHeaders=host;.*, Signature=[0-9a-f]{64}$/,
      ),
    },
  });
});

it.each<[string, RequestListener]>([
  ['an error of the service', answering(503, xml('SlowDown'))],
  ['throttling', answering(400, '{"__type":"com.amazonaws.sqs#ThrottlingException","message":"later"}')],
  ['a connection that is cut', (request) => request.socket.destroy()],
  [
    'an answer that is cut off',
    (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half', () => response.destroy());
    },
  ],
])('asks again after %s', async (_, trouble) => {
  const { asked, connection } = await listening(trouble, answering(200, 'fine'));

  const { body } = await new AwsHttp('s3', connection).send({ method: 'GET' });

  expect([body.toString(), asked.length]).toEqual(['fine', 2]);
});

it('gives up after three times, and says what was answered', async () => {
  const { asked, connection } = await listening(answering(500, xml('InternalError')));

  await expect(new AwsHttp('s3', connection).send({ method: 'GET' })).rejects.toMatchObject({
    name: 'InternalError',
    message: 'a < b',
    $metadata: { httpStatusCode: 500 },
  });
  expect(asked).toHaveLength(3);
});

it.each([
  [answering(404, xml('NoSuchKey')), 'NoSuchKey'],
  [answering(403, xml('AccessDenied')), 'AccessDenied'],
  [answering(400, '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no"}'), 'QueueDoesNotExist'],
  [answering(403), 'Http403'],
])('does not ask again for what will not change', async (refusal, name) => {
  const { asked, connection } = await listening(refusal);

  await expect(new AwsHttp('sqs', connection).send({ method: 'POST', body: '{}' })).rejects.toMatchObject({ name });
  expect(asked).toHaveLength(1);
});

it.each([
  ['s3', 'eu-west-1', 'https://s3.eu-west-1.amazonaws.com/'],
  ['sqs', 'us-east-1', 'https://sqs.us-east-1.amazonaws.com/'],
  ['sns', 'ap-northeast-2', 'https://sns.ap-northeast-2.amazonaws.com/'],
  ['ses', 'cn-north-1', 'https://email.cn-north-1.amazonaws.com.cn/'],
] as const)('finds %s in %s as the SDK would', async (service, where, url) => {
  const connected = await connect(service, { region: where, credentials, endpoint: '' });

  expect([connected.url.href, connected.isCustom]).toEqual([url, false]);
});
