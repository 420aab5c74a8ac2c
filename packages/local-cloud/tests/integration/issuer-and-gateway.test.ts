import { readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';

import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import * as z from 'zod/mini';

import { startFakeHost } from '../support/fake-host.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { stacks } from '../support/resources.ts';

const AUDIENCE = 'bulkhead';
const SCOPE = 'campaigns.read';

let platform: Platform;
let host: Awaited<ReturnType<typeof startFakeHost>>;

beforeAll(async () => {
  platform = await startPlatform();
  host = await startFakeHost(await platform.attach('campaigns'), {});
  const protectedBy = { name: 'people', scopes: [SCOPE] };
  const routes = [
    { routeKey: 'GET /api/campaigns/health' },
    { routeKey: 'POST /api/campaigns/throws' },
    { routeKey: 'POST /api/campaigns/form' },
    { routeKey: 'OPTIONS /api/campaigns/form' },
    { routeKey: 'GET /api/campaigns/runs/{id}', authorizer: protectedBy },
  ];
  const people = {
    type: 'jwt',
    identitySource: '$request.header.Authorization',
    issuerUrl: 'https://elsewhere.example.com',
    audience: [AUDIENCE],
  };
  const functions = { api: { key: 'api', timeout: 5, events: [], routes } };
  await platform.local('stacks', stacks('campaigns', [], { functions, authorizers: { people } }));
  await platform.local('ready', { service: 'campaigns' });
});

afterAll(async () => {
  await host.kill();
  await platform.stop();
});

const now = () => Math.floor(Date.now() / 1_000);

const signingKey = async () => JSON.parse(await readFile(join(platform.dataFolder, 'issuer-key.json'), 'utf8'));

/** Signs with the issuer's own key what the issuer itself would never say. */
const signed = async (
  claims: Readonly<Record<string, unknown>>,
  { key, alg = 'RS256' }: { key?: CryptoKey | Uint8Array; alg?: string } = {},
) => {
  const jwk = await signingKey();
  const all = {
    iss: `http://127.0.0.1:${platform.ports.issuer}`,
    aud: AUDIENCE,
    scope: SCOPE,
    exp: now() + 300,
    ...claims,
  };
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));

  return new SignJWT(present).setProtectedHeader({ alg, kid: jwk.kid }).sign(key ?? (await importJWK(jwk, 'RS256')));
};

const changed = async () => {
  const [header, payload = '', signature] = (await signed({ sub: 'ada' })).split('.');
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), sub: 'admin' };

  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
};

const unsigned = () =>
  new UnsecuredJWT({ scope: SCOPE })
    .setIssuer(`http://127.0.0.1:${platform.ports.issuer}`)
    .setAudience(AUDIENCE)
    .setExpirationTime('5m')
    .encode();

const otherKey = async () => (await generateKeyPair('RS256')).privateKey;
const secret = new TextEncoder().encode('x'.repeat(32));

const call = (token: string | undefined) =>
  fetch(`${platform.gateway}/api/campaigns/runs/7`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

describe('the gateway', () => {
  it.each<readonly [string, () => Promise<string> | string | undefined, number]>([
    ['a valid token', () => signed({}), 200],
    ['no aud and a client_id that matches', () => signed({ aud: undefined, client_id: AUDIENCE }), 200],
    ['scp as an array', () => signed({ scope: undefined, scp: [SCOPE] }), 200],
    ['scp as a text', () => signed({ scope: undefined, scp: `openid ${SCOPE}` }), 200],
    ['no token', () => undefined, 401],
    ['garbage', () => 'abc', 401],
    ['another key', async () => signed({}, { key: await otherKey() }), 401],
    ['a payload changed after signing', changed, 401],
    ['alg none', unsigned, 401],
    ['HS256', () => signed({}, { key: secret, alg: 'HS256' }), 401],
    ['its signature cut off', async () => `${(await signed({})).split('.').slice(0, 2).join('.')}.`, 401],
    ['an exp in the past', () => signed({ exp: now() - 60 }), 401],
    ['another issuer', () => signed({ iss: 'https://elsewhere.example.com' }), 401],
    ['another audience', () => signed({ aud: 'console' }), 401],
    ['no exp', () => signed({ exp: undefined }), 401],
    ['nbf in an hour', () => signed({ nbf: now() + 3_600 }), 401],
    ['iat in an hour', () => signed({ iat: now() + 3_600 }), 401],
    ['another audience although client_id matches', () => signed({ aud: 'x', client_id: AUDIENCE }), 401],
    ['no scope', () => signed({ scope: undefined }), 403],
    ['another scope', () => signed({ scope: 'openid' }), 403],
  ])('judges a token with %s', async (_, make, status) => {
    const token = await make();

    const response = await call(token);

    expect(response.status).toBe(status);
  });

  it('says how to sign in and nothing else', async () => {
    const response = await call(undefined);

    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toEqual({ message: 'Unauthorized' });
  });

  it.each([
    ['client_credentials', { client_id: 'demo' }, 'demo'],
    ['password', { username: 'ada', password: 'any', client_id: 'console' }, 'ada'],
  ])('accepts a token that the issuer gave for %s', async (grant, credentials, subject) => {
    const form = new URLSearchParams({ grant_type: grant, scope: SCOPE, ...credentials });
    const issuer = `http://127.0.0.1:${platform.ports.issuer}`;

    const answer = await fetch(`${issuer}/token`, { method: 'POST', body: form });
    const { access_token: token } = z.parse(z.object({ access_token: z.string() }), await answer.json());

    expect((await call(token)).status).toBe(200);
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      sub: subject,
      aud: AUDIENCE,
      iss: issuer,
    });
  });

  it('keeps the signing key to the developer', async () => {
    const { mode } = await stat(join(platform.dataFolder, 'issuer-key.json'));

    expect(mode & 0o777).toBe(0o600);
  });

  it('lets everybody reach a route without an authorizer, path and query unchanged', async () => {
    const response = await fetch(`${platform.gateway}/api/campaigns/health?deep=1&q=a%2Fb`);

    expect(await response.json()).toEqual({ method: 'GET', path: '/api/campaigns/health?deep=1&q=a%2Fb', body: '' });
  });

  it('answers 500 for a handler that threw, and keeps the reason for the log', async () => {
    const response = await fetch(`${platform.gateway}/api/campaigns/throws`, { method: 'POST' });

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
    expect(platform.lines).toContainEqual(expect.stringContaining('TypeError: no'));
  });

  it.each(['/api/campaigns/nothing', '/api/nobody/health', '/api/campaigns'])('finds nothing at %s', async (path) => {
    expect((await fetch(platform.gateway + path)).status).toBe(404);
  });

  it('cannot be talked past an authorizer by the spelling of a path', async () => {
    const statuses = await Promise.all(
      ['/api/campaigns/health/../runs/7', '/api/campaigns/health/%2e%2e/runs/7', '/api/nobody/../campaigns/runs/7'].map(
        (path) => raw({ path }),
      ),
    );

    expect(statuses).toEqual([401, 401, 401]);
  });

  it.each(['/_local/state', '/mailbox', '/api/campaigns/health'])(
    'refuses %s to a page that points its own name at this machine',
    async (path) => {
      expect(await raw({ path, host: 'evil.example.com' })).toBe(403);
      expect(await raw({ path, host: `localhost:${platform.ports.gateway}` })).toBe(200);
    },
  );

  it('lets pages of this machine call, and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${platform.gateway}/api/campaigns/runs/7`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
      });

    const near = await preflight('http://localhost:5173');
    const far = await preflight('https://evil.example.com');

    expect(near.status).toBe(204);
    expect(near.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(near.headers.get('access-control-allow-headers')).toBe('authorization');
    expect(far.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('leaves it to a route with an answer of its own to OPTIONS which pages may call, and tells it of them', async () => {
    const ask = (method: string) =>
      fetch(`${platform.gateway}/api/campaigns/form`, {
        method,
        headers: {
          origin: 'http://localhost:5173',
          'access-control-request-method': 'POST',
          'x-local-origin': 'forged',
        },
      });

    const answers = [await ask('OPTIONS'), await ask('POST')];

    expect(answers.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([null, null]);
    for (const answer of answers) expect(await answer.json()).toMatchObject({ told: 'http://localhost:5173' });
  });

  it('lets no page of another site invoke a function', async () => {
    const invoke = (origin: string) =>
      fetch(`${platform.gateway}/2015-03-31/functions/nobody/invocations`, {
        method: 'POST',
        headers: { origin, 'content-type': 'text/plain' },
        body: '{}',
      });

    const [near, far] = [await invoke('http://localhost:5173'), await invoke('https://evil.example.com')];

    expect([near.status, far.status]).toEqual([404, 403]);
  });

  it('keeps the origin of a page from hosts, which know no page', async () => {
    const origin = 'https://mail.example.com';

    const answer = await fetch(`${platform.gateway}/api/campaigns/health`, { headers: { origin } });

    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('origin');
  });

  it('lets nobody tell a host who they are, beside what their token says', async () => {
    const headers = {
      'sls-offline-authorizer-override': '{"jwt":{"claims":{"sub":"ada","groups":["administrator"]}}}',
    };

    const answer = await fetch(`${platform.gateway}/api/campaigns/health`, { headers });

    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('claimed');
  });
});

/** Sends a path and a Host exactly as given: fetch would tidy both. */
const raw = ({ path, host: name = '127.0.0.1' }: { path: string; host?: string }): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { host: name };
    request({ host: '127.0.0.1', port: platform.ports.gateway, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
