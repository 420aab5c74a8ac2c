import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';

import type { Platform } from '../../../scripts/lib/platform.ts';

const AUDIENCE = 'bulkhead';
/** Whoever forges a token makes themselves an administrator. */
const claims = { sub: 'mallory', 'cognito:groups': ['administrator'], scope: 'bulkhead/administrator' };

/** Tokens that nobody may be let in with; all but two are signed with the issuer's own key. */
export const badTokens = async ({ issuer, logFolder }: Platform): Promise<Readonly<Record<string, string>>> => {
  const jwk = JSON.parse(await readFile(join(logFolder, '../issuer-key.json'), 'utf8'));
  const key = await importJWK(jwk, 'RS256');
  const { privateKey } = await generateKeyPair('RS256');
  const usual = () =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: jwk.kid }).setIssuer(issuer).setAudience(AUDIENCE);

  return {
    expired: await usual().setExpirationTime('-1m').sign(key),
    'of a foreign issuer': await usual().setIssuer('https://issuer.example.com').setExpirationTime('5m').sign(key),
    'for somebody else': await usual().setAudience('console').setExpirationTime('5m').sign(key),
    'signed with another key': await usual().setExpirationTime('5m').sign(privateKey),
    unsigned: new UnsecuredJWT(claims).setIssuer(issuer).setAudience(AUDIENCE).setExpirationTime('5m').encode(),
  };
};
