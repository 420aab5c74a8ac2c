import { createHash, randomBytes } from 'node:crypto';

import * as z from 'zod/mini';

const REDIRECT_URI = 'http://127.0.0.1/signed-in';
const Token = z.object({ access_token: z.string() });

const ask = async (issuer: string, form: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
  return z.parse(Token, await answer.json()).access_token;
};

/** Signs in at the local issuer's page, as a browser does: `vera`, `arthur`, `sena` or `ada`. */
export const signInAs = async (issuer: string, person: string): Promise<string> => {
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

  return ask(issuer, {
    grant_type: 'authorization_code',
    client_id: 'console',
    redirect_uri: REDIRECT_URI,
    code,
    code_verifier: verifier,
  });
};

/** The token of a machine; one that is called like a role has it. */
export const machineToken = (issuer: string, clientId: string): Promise<string> =>
  ask(issuer, { grant_type: 'client_credentials', client_id: clientId });

/** Somebody whom the issuer knows and nobody gave a role. */
export const tokenWithoutRole = (issuer: string): Promise<string> =>
  ask(issuer, { grant_type: 'password', username: 'nobody', password: 'any', client_id: 'console' });
