import { createHash, randomBytes } from 'node:crypto';

import * as z from 'zod/mini';

const REDIRECT_URI = 'http://127.0.0.1/signed-in';
const Tokens = z.object({ access_token: z.string(), id_token: z.optional(z.string()) });
type Tokens = z.infer<typeof Tokens>;

const ask = async (endpoint: string, form: Readonly<Record<string, string>>): Promise<Tokens> => {
  const answer = await fetch(endpoint, { method: 'POST', body: new URLSearchParams(form) });
  return z.parse(Tokens, await answer.json());
};

/** Signs in at the local issuer's page, as a browser does: `vera`, `arthur`, `sena` or `ada`. */
export const signInAs = async (issuer: string, person: string): Promise<string> =>
  (await tokensOf(issuer, person)).access_token;

const tokensOf = async (issuer: string, person: string): Promise<Tokens> => {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'console',
    redirect_uri: REDIRECT_URI,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    person,
  });
  const answer = await fetch(`${issuer}/authorize?${query.toString()}`, { redirect: 'manual' });
  const code = new URL(answer.headers.get('location') ?? REDIRECT_URI).searchParams.get('code') ?? '';

  return ask(`${issuer}/token`, {
    grant_type: 'authorization_code',
    client_id: 'console',
    redirect_uri: REDIRECT_URI,
    code,
    code_verifier: verifier,
  });
};

/** Signs in and exchanges the ID token for one of console's, as the web app does. */
export const signInToConsole = async (
  { issuer, gateway }: Readonly<Record<'issuer' | 'gateway', string>>,
  person: string,
) => {
  const { id_token: idToken = '' } = await tokensOf(issuer, person);
  const given = await ask(`${gateway}/api/console/tokens`, {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: idToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
  });
  return given.access_token;
};

/** The token that an API key gets. */
export const tokenOfKey = async (gateway: string, { keyId, secret }: Readonly<Record<'keyId' | 'secret', string>>) => {
  const form = { grant_type: 'client_credentials', client_id: keyId, client_secret: secret };
  return (await ask(`${gateway}/api/console/tokens`, form)).access_token;
};

/** The token of a machine; one that is called like a role has it. */
export const machineToken = async (issuer: string, clientId: string): Promise<string> =>
  (await ask(`${issuer}/token`, { grant_type: 'client_credentials', client_id: clientId })).access_token;

/** Somebody whom the issuer knows and nobody gave a role. */
export const tokenWithoutRole = async (issuer: string): Promise<string> => {
  const form = { grant_type: 'password', username: 'nobody', password: 'any', client_id: 'console' };
  return (await ask(`${issuer}/token`, form)).access_token;
};
