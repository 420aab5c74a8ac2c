import { createHash, randomBytes } from 'node:crypto';

import { decodeJwt } from 'jose';
import * as z from 'zod/mini';

import { type Platform, startPlatform } from '../support/platform.ts';

const REDIRECT_URI = 'http://127.0.0.1:5173/signed-in';

let platform: Platform;
let issuer: string;

beforeAll(async () => {
  platform = await startPlatform();
  issuer = `http://127.0.0.1:${platform.ports.issuer}`;
});

afterAll(() => platform.stop());

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

const authorizeUrl = (changes: Readonly<Record<string, string>> = {}): string => {
  const usual = {
    response_type: 'code',
    client_id: 'console',
    redirect_uri: REDIRECT_URI,
    scope: 'openid profile',
    state: 'where-i-was',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  return `${issuer}/authorize?${new URLSearchParams({ ...usual, ...changes }).toString()}`;
};

const open = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, { headers, redirect: 'manual' });

const backAt = (response: Response): URLSearchParams =>
  new URL(response.headers.get('location') ?? 'about:blank').searchParams;

const redeem = (fields: Readonly<Record<string, string>>) =>
  fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'console', redirect_uri: REDIRECT_URI, ...fields }),
  });

const codeFor = async (person: string): Promise<string> =>
  backAt(await open(authorizeUrl({ person }))).get('code') ?? '';

const Tokens = z.object({ access_token: z.string(), id_token: z.string(), refresh_token: z.string() });

const signIn = async (person: string) => {
  const code = await codeFor(person);
  const answer = await redeem({ grant_type: 'authorization_code', code, code_verifier: verifier });
  return z.parse(Tokens, await answer.json());
};

describe('the sign-in page', () => {
  it('lets one choose among four people, in the language of the browser', async () => {
    const english = await (await open(authorizeUrl(), { 'accept-language': 'en-GB,ko;q=0.5' })).text();
    const korean = await (await open(authorizeUrl(), { 'accept-language': 'fr,ko-KR;q=0.9,en;q=0.8' })).text();

    expect(english).toContain('<html lang="en">');
    expect([...english.matchAll(/person=(\w+)"/g)].map(([, sub]) => sub)).toEqual(['vera', 'arthur', 'sena', 'ada']);
    expect(korean).toContain('<html lang="ko">');
    expect(korean).toContain('누구로 로그인하시겠습니까?');
  });

  it('goes on with the request it was opened with, and shows no other page what is not its own', async () => {
    const page = await open(authorizeUrl({ state: '"><script>alert(1)</script>' }));
    const html = await page.text();

    const [, link = ''] = /href="([^"]+person=ada)"/.exec(html) ?? [];
    const next = await open(`${issuer}${link.replaceAll('&#38;', '&')}`);

    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(next.status).toBe(302);
    expect(backAt(next).get('state')).toBe('"><script>alert(1)</script>');
  });

  it.each([
    ['another flow', { response_type: 'token' }, 'unsupported_response_type'],
    ['no PKCE', { code_challenge: '' }, 'invalid_request'],
    ['a challenge in the clear', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no client', { client_id: '' }, 'invalid_request'],
    ['no page', { prompt: 'none' }, 'login_required'],
  ])('sends whoever asks for %s back with the reason', async (_, changes, error) => {
    const answer = await open(authorizeUrl({ ...changes, person: 'ada' }));

    expect(answer.status).toBe(302);
    expect(Object.fromEntries(backAt(answer))).toMatchObject({ error, state: 'where-i-was' });
    expect(backAt(answer).get('code')).toBeNull();
  });

  it.each([
    'https://evil.example.com/',
    'https://127.0.0.1.evil.example.com/',
    'other-program://localhost/',
    'nonsense',
    '',
  ])('sends nobody to %s', async (uri) => {
    const answer = await open(authorizeUrl({ redirect_uri: uri, person: 'ada' }));

    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  it('is as strict where its address is written with a slash at the end', async () => {
    const url = authorizeUrl({ redirect_uri: 'https://evil.example.com/', person: 'ada', code_challenge: '' });

    const answer = await open(url.replace('/authorize?', '/authorize/?'));

    expect(answer.status).toBe(404);
    expect(answer.headers.get('location')).toBeNull();
  });

  it('is not for pages of other sites', async () => {
    const answer = await open(authorizeUrl(), { origin: 'https://evil.example.com' });

    expect(answer.status).toBe(403);
  });
});

describe('a code', () => {
  it.each([
    ['vera', 'Vera Viewer', 'viewer'],
    ['arthur', 'Arthur Author', 'author'],
    ['sena', 'Sena Sender', 'sender'],
    ['ada', 'Ada Administrator', 'administrator'],
  ])('of %s becomes tokens with name and role, and without an address', async (sub, name, role) => {
    const { access_token: access, id_token: id } = await signIn(sub);

    const common = { iss: issuer, sub, name, 'cognito:groups': [role] };
    expect(decodeJwt(access)).toMatchObject({ ...common, aud: 'bulkhead', client_id: 'console' });
    expect(decodeJwt(id)).toMatchObject({ ...common, aud: 'console' });
    expect(JSON.stringify([decodeJwt(access), decodeJwt(id)])).not.toContain('@');
  });

  it('is good once', async () => {
    const code = await codeFor('ada');
    const exchange = { grant_type: 'authorization_code', code, code_verifier: verifier };

    const first = await redeem(exchange);
    const second = await redeem(exchange);

    expect([first.status, second.status]).toEqual([200, 400]);
  });

  it.each([
    ['without its verifier', {}],
    ['with another verifier', { code_verifier: 'x'.repeat(43) }],
    ['by another client', { code_verifier: verifier, client_id: 'other' }],
    ['from another page', { code_verifier: verifier, redirect_uri: 'http://127.0.0.1:9/' }],
    ['that was never given', { code_verifier: verifier, code: 'guessed' }],
  ])('is not good %s', async (_, changes: Readonly<Record<string, string>>) => {
    const code = await codeFor('ada');

    const answer = await redeem({ grant_type: 'authorization_code', code, ...changes });

    expect(answer.status).toBe(400);
    expect(await answer.json()).not.toHaveProperty('access_token');
  });
});

describe('a refresh token', () => {
  it('gives new tokens of the same person and role, again and again, whatever is asked for', async () => {
    const { refresh_token: token } = await signIn('sena');
    const form = { grant_type: 'refresh_token', refresh_token: token, scope: 'bulkhead/administrator' };
    const refresh = async () => z.parse(Tokens, await (await redeem(form)).json());

    const [once, again] = [await refresh(), await refresh()];

    for (const { access_token: access } of [once, again]) {
      expect(decodeJwt(access)).toMatchObject({ sub: 'sena', 'cognito:groups': ['sender'], scope: 'openid profile' });
    }
  });

  it('that was never given is refused', async () => {
    const answer = await redeem({ grant_type: 'refresh_token', refresh_token: 'guessed' });

    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });
});

describe('a machine', () => {
  it.each([
    ['viewer', 'bulkhead/viewer'],
    ['sender', 'bulkhead/sender'],
    ['me', 'bulkhead/administrator'],
  ])('called %s has the scope %s', async (clientId, scope) => {
    const answer = await redeem({ grant_type: 'client_credentials', client_id: clientId });
    const { access_token: token } = z.parse(z.object({ access_token: z.string() }), await answer.json());

    expect(decodeJwt(token)).toMatchObject({ sub: clientId, scope, aud: 'bulkhead' });
    expect(decodeJwt(token)).not.toHaveProperty('cognito:groups');
  });
});

it('tells whom a token is of', async () => {
  const { access_token: token } = await signIn('vera');

  const answer = await open(`${issuer}/userinfo`, { authorization: `Bearer ${token}` });

  expect(await answer.json()).toEqual({ sub: 'vera', name: 'Vera Viewer' });
});

it('ends a session only towards this machine', async () => {
  const near = await open(`${issuer}/endsession?post_logout_redirect_uri=http://localhost:4500/signed-out`);
  const far = await open(`${issuer}/endsession?post_logout_redirect_uri=https://evil.example.com/`);
  const program = await open(`${issuer}/endsession?post_logout_redirect_uri=other-program://localhost/`);

  expect([near.status, far.status, program.status]).toEqual([302, 400, 400]);
});
