import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';

const AUDIENCE = 'bulkhead';
/** Whoever forges a token makes themselves an administrator. */
const claims = { sub: 'mallory', 'cognito:groups': ['administrator'], scope: 'bulkhead/administrator' };

interface Issuer {
  readonly name: string;
  /** What it signs with, which nobody else ever sees. */
  readonly jwk: JWK;
}

/** Tokens that nobody may be let in with; all but three are signed with the issuer's own key. */
const badTokensOf = async ({ name, jwk }: Issuer): Promise<Readonly<Record<string, string>>> => {
  const { kid = '', kty = '', n = '', e = '' } = jwk;
  const key = await importJWK(jwk, 'RS256');
  const publicKey = await importJWK({ kty, n, e }, 'RS256', { extractable: true });
  if (publicKey instanceof Uint8Array) throw new Error('the issuer signs with no RSA key');
  const secret = new TextEncoder().encode(await exportSPKI(publicKey));
  const { privateKey } = await generateKeyPair('RS256');
  const usual = (alg = 'RS256') =>
    new SignJWT(claims).setProtectedHeader({ alg, kid }).setIssuer(name).setAudience(AUDIENCE).setExpirationTime('5m');

  return {
    expired: await usual().setExpirationTime('-1m').sign(key),
    'of a foreign issuer': await usual().setIssuer('https://issuer.example.com').sign(key),
    'for somebody else': await usual().setAudience('console').sign(key),
    'signed with another key': await usual().sign(privateKey),
    'signed with the public key as a secret': await usual('HS256').sign(secret),
    unsigned: new UnsecuredJWT(claims).setIssuer(name).setAudience(AUDIENCE).setExpirationTime('5m').encode(),
  };
};

/** Bad tokens of both issuers that the local gateway believes: that of people, and console, the only one on AWS. */
export const badTokens = async (platform: Platform): Promise<Readonly<Record<string, string>>> => {
  const signIn = JSON.parse(await readFile(join(platform.logFolder, '../issuer-key.json'), 'utf8'));
  const own = { name: `${platform.gateway}/api/console`, jwk: await consoleKey(platform) };
  const [ofSignIn, ofConsole] = [await badTokensOf({ name: platform.issuer, jwk: signIn }), await badTokensOf(own)];

  return {
    ...ofSignIn,
    ...Object.fromEntries(Object.entries(ofConsole).map(([what, token]) => [`console's, ${what}`, token])),
    // Each issuer vouches for its own tokens only.
    "console's, signed by the issuer of people": await signedBy(signIn, own.name),
  };
};

const signedBy = async (jwk: JWK, issuer: string): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '' })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setExpirationTime('5m')
    .sign(await importJWK(jwk, 'RS256'));

const KeyItem = z.object({ kid: z.object({ S: z.string() }), privateKey: z.object({ S: z.string() }) });

/** What console signs with. It has been made: somebody has got a token. */
const consoleKey = async ({ env }: Platform): Promise<JWK> => {
  const client = new DynamoDBClient({
    region: env['AWS_REGION'] ?? '',
    endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: 'bulkhead-local-console-access',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'signing-keys' } },
    }),
  );
  client.destroy();
  const { kid, privateKey } = z.parse(KeyItem, Items[0]);
  return { ...JSON.parse(privateKey.S), kid: kid.S };
};
