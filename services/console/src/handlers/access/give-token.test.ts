import { RetryableError } from '@bulkhead/lambda-kit';
import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { makeTokenForMachine, makeTokenForPerson } from '../../application/access/give-tokens.ts';
import { makeKeyRing } from '../../application/access/key-ring.ts';
import type { SignIns } from '../../application/access/ports.ts';
import type { ApiKey } from '../../domain/access/api-key.ts';
import {
  CountingSecrets,
  InMemoryApiKeys,
  InMemorySigningKeys,
  ReadableSigner,
  signInsOf,
} from '../../testing/in-memory-access.ts';
import { giveToken } from './give-token.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const clock = { now: () => NOW };
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const people = signInsOf({
  senas: { sub: 'sena', name: 'Sena Sender', groups: ['marketing', 'viewer', 'sender'] },
  newcomers: { sub: 'new', name: undefined, groups: [undefined] },
});

const setUp = async (end: Partial<ApiKey> = {}, signIns: SignIns = people) => {
  const [keys, secrets, signer, edge] = [
    new InMemoryApiKeys(),
    new CountingSecrets(),
    new ReadableSigner(),
    recordingEdge(),
  ];
  const { keyId, secret, hash } = secrets.make();
  const madeBy = { sub: 'person:ada' };
  await keys.add({ keyId, name: 'Nightly', role: 'author', secretHash: hash, madeAt: NOW, madeBy, ...end });
  const ring = makeKeyRing({ keys: new InMemorySigningKeys(), signer, clock });
  const handler = giveToken(
    {
      forPerson: makeTokenForPerson({ ring, signer, signIns }),
      forMachine: makeTokenForMachine({ ring, signer, keys, secrets, clock }),
    },
    edge,
  );
  const ask = async (
    form: Readonly<Record<string, string>> | string,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const event = httpEvent({
      route: 'POST /api/console/tokens',
      caller: null,
      headers: { ...type, ...headers },
      body,
    });
    const answer = await handler(event, lambdaContext);
    return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body ?? '') };
  };
  return { ask, edge, keys, keyId, secret };
};

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

describe('an ID token', () => {
  it('is exchanged for a token with the strongest role of the person’s groups', async () => {
    const { ask } = await setUp();

    const { status, headers, body } = await ask({
      grant_type: EXCHANGE,
      subject_token: 'senas',
      subject_token_type: ID_TOKEN,
    });

    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 900,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    });
    expect(JSON.parse(body.access_token)).toEqual({
      subject: 'person:sena',
      name: 'Sena Sender',
      role: 'sender',
      kid: 'kid-1',
      lifeSeconds: 900,
    });
  });

  it('of somebody without a role gives a token without one: the services say what is missing', async () => {
    const { ask } = await setUp();

    const { body } = await ask({ grant_type: EXCHANGE, subject_token: 'newcomers', subject_token_type: ID_TOKEN });

    expect(JSON.parse(body.access_token)).toEqual({ subject: 'person:new', kid: 'kid-1', lifeSeconds: 900 });
  });

  it('that cannot be verified gives none', async () => {
    const { ask } = await setUp();

    const answer = await ask({ grant_type: EXCHANGE, subject_token: 'forged', subject_token_type: ID_TOKEN });

    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('is to be shown again later when its issuer cannot be reached', async () => {
    const down = async () => {
      throw new RetryableError({ code: 'issuer_unreachable', message: 'Try again in a moment.' });
    };
    const { ask, edge } = await setUp({}, { verify: down });

    const answer = await ask({ grant_type: EXCHANGE, subject_token: 'senas', subject_token_type: ID_TOKEN });

    expect(answer).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } });
    expect(edge.codes).toContain('sign_in_unavailable');
  });
});

describe('an API key', () => {
  it.each(['in the form', 'in the header'])('shown %s is exchanged for a token with its role', async (where) => {
    const { ask, keyId, secret } = await setUp();
    const inForm = { grant_type: 'client_credentials', client_id: keyId, client_secret: secret };

    const { status, body } =
      where === 'in the form'
        ? await ask(inForm)
        : await ask({ grant_type: 'client_credentials' }, { authorization: basic(keyId, secret) });

    expect(status).toBe(200);
    expect(JSON.parse(body.access_token)).toMatchObject({ subject: `key:${keyId}`, name: 'Nightly', role: 'author' });
    expect(body).not.toHaveProperty('issued_token_type');
  });

  it('for some services is exchanged for a token for these', async () => {
    const { ask, keyId, secret } = await setUp({ services: ['audience', 'feedback'] });

    const { body } = await ask({ grant_type: 'client_credentials', client_id: keyId, client_secret: secret });

    expect(JSON.parse(body.access_token)).toMatchObject({ role: 'author', services: ['audience', 'feedback'] });
  });

  it('remembers the day of its last use, with one write a day', async () => {
    const { ask, keys, keyId, secret } = await setUp();
    const form = { grant_type: 'client_credentials', client_id: keyId, client_secret: secret };

    await ask(form);
    await ask(form);

    expect(await keys.find(keyId)).toMatchObject({ lastUsedOn: '2026-11-22' });
    expect(keys.marked).toBe(1);
  });

  it.each([
    ['was revoked', { revokedAt: NOW }],
    ['has expired', { expiresAt: NOW }],
  ])('that %s gives none', async (_, end) => {
    const { ask, keyId, secret } = await setUp(end);

    const answer = await ask({ grant_type: 'client_credentials', client_id: keyId, client_secret: secret });

    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(answer.headers).toHaveProperty('www-authenticate');
  });

  it('is told nothing about why it is not taken', async () => {
    const { ask, keyId, secret } = await setUp();
    const grant_type = 'client_credentials';

    const answers = await Promise.all([
      ask({ grant_type, client_id: keyId, client_secret: 'wrong' }),
      ask({ grant_type, client_id: 'key_ffffffffffffffff', client_secret: secret }),
      ask({ grant_type, client_id: 'whatever', client_secret: secret }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});

describe('what is no request for a token', () => {
  it.each([
    ['', 'invalid_request'],
    ['grant_type=password&username=ada&password=any', 'unsupported_grant_type'],
    ['grant_type=client_credentials&grant_type=client_credentials', 'invalid_request'],
    ['grant_type=client_credentials', 'invalid_client'],
    ['grant_type=client_credentials&client_id=key_0000000000000009&client_secret=', 'invalid_client'],
    [`grant_type=${EXCHANGE}&subject_token=senas`, 'invalid_request'],
    [`grant_type=${EXCHANGE}&subject_token=senas&subject_token_type=urn:x:access_token`, 'invalid_request'],
    [`grant_type=${EXCHANGE}&subject_token=senas&subject_token_type=${ID_TOKEN}&actor_token=x`, 'invalid_request'],
  ])('%j is answered with %s', async (form, error) => {
    const { ask } = await setUp();

    expect((await ask(form)).body).toEqual({ error, error_description: expect.any(String) });
  });

  it('JSON is not read', async () => {
    const { ask } = await setUp();

    const answer = await ask('{"grant_type":"client_credentials"}', { 'content-type': 'application/json' });

    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('a secret is sent once and not twice', async () => {
    const { ask, keyId, secret } = await setUp();
    const form = { grant_type: 'client_credentials', client_id: keyId, client_secret: secret };

    const answer = await ask(form, { authorization: basic(keyId, secret) });

    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });
});
