import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { MOST_USABLE_KEYS, makeMakeKey, makeRevokeKey } from '../../application/access/manage-keys.ts';
import { CountingSecrets, InMemoryApiKeys } from '../../testing/in-memory-access.ts';
import { listKeys, makeKey, revokeKey } from './api-keys.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const clock = { now: () => NOW };
const KEY_ID = 'key_000000000000000a';

const setUp = () => {
  const [keys, secrets, edge] = [new InMemoryApiKeys(), new CountingSecrets(), recordingEdge()];
  const handlers = {
    'GET /api/console/keys': listKeys(keys, clock, edge),
    'POST /api/console/keys': makeKey(makeMakeKey({ keys, secrets, clock }), edge),
    'DELETE /api/console/keys/{keyId}': revokeKey(makeRevokeKey({ keys, clock }), edge),
  };
  const ask = async (
    route: keyof typeof handlers,
    { body, keyId, role }: { body?: unknown; keyId?: string; role?: 'sender' } = {},
  ) => {
    const event = httpEvent({
      route,
      ...(body !== undefined && { body }),
      ...(keyId !== undefined && { path: { keyId } }),
      ...(role && { role }),
    });
    const answer = await handlers[route](event, lambdaContext);
    return { status: answer.statusCode, body: answer.body === undefined ? undefined : JSON.parse(answer.body) };
  };
  return { ask, edge, keys };
};

const wish = { name: 'Nightly import', role: 'author' };
const shown = {
  keyId: KEY_ID,
  ...wish,
  state: 'usable',
  madeAt: NOW.toISOString(),
  madeBy: { sub: 'somebody' },
};

it('tells the secret of a new key once, keeps its hash, and writes down who made it', async () => {
  const { ask, edge, keys } = setUp();

  const made = await ask('POST /api/console/keys', { body: wish });
  const listed = await ask('GET /api/console/keys');

  expect(made).toEqual({ status: 201, body: { ...shown, secret: 'secret-1' } });
  expect(listed.body).toEqual({ keys: [shown] });
  expect(JSON.stringify(await keys.all())).not.toContain('secret-1');
  expect(edge.recordedDeeds).toMatchObject([{ operation: 'POST /api/console/keys', subject: { keyId: KEY_ID } }]);
});

it('makes a key for some services, names each once, and shows for which', async () => {
  const { ask } = setUp();

  const made = await ask('POST /api/console/keys', {
    body: { ...wish, services: ['audience', 'audience', 'feedback'] },
  });

  expect(made.body).toEqual({ ...shown, services: ['audience', 'feedback'], secret: 'secret-1' });
  expect((await ask('GET /api/console/keys')).body).toMatchObject({ keys: [{ services: ['audience', 'feedback'] }] });
});

it('revokes a key, which stays in the list and in the audit log', async () => {
  const { ask, edge } = setUp();
  await ask('POST /api/console/keys', { body: wish });

  const revoked = await ask('DELETE /api/console/keys/{keyId}', { keyId: KEY_ID });
  const again = await ask('DELETE /api/console/keys/{keyId}', { keyId: KEY_ID });
  const listed = await ask('GET /api/console/keys');

  expect([revoked.status, again.status]).toEqual([204, 204]);
  expect(listed.body.keys).toMatchObject([{ keyId: KEY_ID, state: 'revoked', revokedAt: NOW.toISOString() }]);
  expect(edge.recordedDeeds.at(-1)).toMatchObject({
    operation: 'DELETE /api/console/keys/{keyId}',
    subject: { keyId: KEY_ID },
  });
});

it('knows no key that nobody made', async () => {
  const { ask } = setUp();

  const answer = await ask('DELETE /api/console/keys/{keyId}', { keyId: KEY_ID });

  expect(answer).toMatchObject({ status: 404, body: { type: 'urn:bulkhead:problem:key_unknown' } });
});

it.each([
  [{ ...wish, role: 'owner' }, 'request_malformed'],
  [{ ...wish, services: [] }, 'request_malformed'],
  [{ ...wish, services: ['shop'] }, 'request_malformed'],
  [{ ...wish, services: ['console'] }, 'request_malformed'],
  [{ name: 'Nightly import' }, 'request_malformed'],
  [{ ...wish, name: '  ' }, 'request_malformed'],
  [{ ...wish, name: 'ada@example.com' }, 'request_malformed'],
  [{ ...wish, expires: '2027-01-01T00:00:00Z' }, 'request_malformed'],
  [{ ...wish, expiresAt: NOW.toISOString() }, 'expires_before_now'],
])('makes no key of %j', async (body, code) => {
  const { ask, keys } = setUp();

  const answer = await ask('POST /api/console/keys', { body });

  expect(answer).toMatchObject({ status: 400, body: { type: `urn:bulkhead:problem:${code}` } });
  expect(await keys.all()).toEqual([]);
});

it('makes no more than anybody can look after, until one is revoked', async () => {
  const { ask } = setUp();
  for (let n = 0; n < MOST_USABLE_KEYS; n += 1) await ask('POST /api/console/keys', { body: wish });

  const tooMany = await ask('POST /api/console/keys', { body: wish });
  await ask('DELETE /api/console/keys/{keyId}', { keyId: KEY_ID });
  const next = await ask('POST /api/console/keys', { body: wish });

  expect(tooMany).toMatchObject({ status: 409, body: { type: 'urn:bulkhead:problem:too_many_keys' } });
  expect(next.status).toBe(201);
});

it.each(['GET /api/console/keys', 'POST /api/console/keys', 'DELETE /api/console/keys/{keyId}'] as const)(
  '%s is for administrators',
  async (route) => {
    const { ask } = setUp();

    expect((await ask(route, { role: 'sender', body: wish, keyId: KEY_ID })).status).toBe(403);
  },
);
