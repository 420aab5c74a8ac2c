import { createServer, type Server } from 'node:http';

import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDatabase } from '@bulkhead/local-cloud/database';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import * as z from 'zod/mini';

import { freePorts } from '../../../../scripts/lib/free-ports.ts';
import { DynamoApiKeys } from '../../src/adapters/access/dynamo-api-keys.ts';
import { DynamoSigningKeys } from '../../src/adapters/access/dynamo-signing-keys.ts';
import { JoseSigner } from '../../src/adapters/access/jose-signer.ts';
import { OidcSignIns } from '../../src/adapters/access/oidc-sign-ins.ts';
import { RandomSecrets } from '../../src/adapters/access/secrets.ts';
import { makeTokenForMachine, makeTokenForPerson } from '../../src/application/access/give-tokens.ts';
import { makeKeyRing } from '../../src/application/access/key-ring.ts';
import { makeMakeKey } from '../../src/application/access/manage-keys.ts';

const HOST = '127.0.0.1';
const TABLE = 'access';
const OURS = 'https://console.test/api/console';
const CLIENT = 'console';

const port = await freePorts(1);
const database = await startDatabase({ host: HOST, port, log: () => {}, onDeath: () => {} });
const client = new DynamoDBClient({
  region: 'eu-west-1',
  endpoint: `http://${HOST}:${port}`,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const db = DynamoDBDocumentClient.from(client);
const clock = { now: () => new Date() };
const signer = new JoseSigner(OURS);
const signingKeys = new DynamoSigningKeys(db, TABLE);
const apiKeys = new DynamoApiKeys(db, TABLE);
const secrets = new RandomSecrets();
const newRing = () => makeKeyRing({ keys: signingKeys, signer, clock });

const rsa = await generateKeyPair('RS256');
const ec = await generateKeyPair('ES256');
const stranger = await generateKeyPair('RS256');
const rsaJwk = await exportJWK(rsa.publicKey);
let issuerServer: Server;
let issuer: string;

beforeAll(async () => {
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  const keys = [
    { ...rsaJwk, kid: 'rsa', alg: 'RS256' },
    { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256' },
  ];
  issuerServer = createServer(({ url = '' }, response) => {
    const found = url.endsWith('/openid-configuration') ? { issuer, jwks_uri: `${issuer}/keys` } : { keys };
    response.end(JSON.stringify(found));
  });
  issuerServer.listen(0, HOST);
  await new Promise((resolve) => issuerServer.once('listening', resolve));
  issuer = `http://${HOST}:${z.parse(z.object({ port: z.number() }), issuerServer.address()).port}`;
});

afterAll(async () => {
  client.destroy();
  issuerServer.closeAllConnections();
  issuerServer.close();
  await database.stop();
});

const published = async () => createLocalJWKSet({ keys: (await newRing().published()).map((key) => ({ ...key })) });
const verified = async (token: string): Promise<JWTPayload> =>
  (await jwtVerify(token, await published(), { issuer: OURS, audience: 'bulkhead', algorithms: ['RS256'] })).payload;

describe('the signing key', () => {
  it('is the same for all that ask for the first one at once', async () => {
    const kids = await Promise.all([newRing(), newRing(), newRing()].map(async (ring) => (await ring.inUse()).kid));

    expect(new Set(kids).size).toBe(1);
    expect(await signingKeys.all()).toHaveLength(1);
  });

  it('is published without its private half', async () => {
    const keys = await newRing().published();

    expect(keys).toEqual([
      { kid: expect.any(String), kty: 'RSA', alg: 'RS256', use: 'sig', n: expect.any(String), e: 'AQAB' },
    ]);
  });
});

describe('an API key', () => {
  const forMachine = makeTokenForMachine({ ring: newRing(), signer, keys: apiKeys, secrets, clock });
  const made = async (role: 'author' | 'administrator' = 'author') => {
    const make = makeMakeKey({ keys: apiKeys, secrets, clock });
    const answer = await make({ name: 'Nightly', role, expiresAt: undefined, madeBy: { sub: 'person:ada' } });
    if (answer.kind !== 'made') throw new Error(answer.kind);
    return { secret: answer.secret, keyId: answer.key.keyId };
  };

  it('gets a token that our published keys verify, for a quarter of an hour', async () => {
    const { keyId, secret } = await made();

    const given = await forMachine(keyId, secret);

    const claims = await verified(given?.token ?? '');
    expect(claims).toMatchObject({ sub: `key:${keyId}`, name: 'Nightly', groups: ['author'] });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900);
  });

  it('for some services gets a token that names them, also after it has been stored', async () => {
    const make = makeMakeKey({ keys: apiKeys, secrets, clock });
    const wish = { name: 'Shop', role: 'author', expiresAt: undefined, madeBy: { sub: 'person:ada' } } as const;
    const answer = await make({ ...wish, services: ['audience', 'feedback'] });
    if (answer.kind !== 'made') throw new Error(answer.kind);

    const given = await forMachine(answer.key.keyId, answer.secret);

    expect(await verified(given?.token ?? '')).toMatchObject({ groups: ['author'], services: 'audience feedback' });
  });

  it('is found again with everything that is known of it, and gets nothing once it is revoked', async () => {
    const { keyId, secret } = await made();
    await forMachine(keyId, secret);

    const at = new Date('2026-11-22T10:00:00Z');
    const revoked = [await apiKeys.revoke(keyId, at), await apiKeys.revoke(keyId, new Date('2027-01-01T00:00:00Z'))];

    expect(revoked).toEqual([true, true]);
    expect(await forMachine(keyId, secret)).toBeUndefined();
    expect((await apiKeys.all()).find((key) => key.keyId === keyId)).toMatchObject({
      name: 'Nightly',
      role: 'author',
      madeBy: { sub: 'person:ada' },
      lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      revokedAt: at,
    });
  });

  it('that nobody made is neither revoked nor made by that', async () => {
    const before = await apiKeys.all();

    expect(await apiKeys.revoke('key_ffffffffffffffff', new Date())).toBe(false);
    await apiKeys.markUsed('key_ffffffffffffffff', '2026-11-22');

    expect(await apiKeys.all()).toEqual(before);
  });

  it('opens nothing with another secret, were it longer, shorter or of another key', async () => {
    const [{ keyId, secret }, other] = [await made(), await made('administrator')];

    const given = await Promise.all(
      [`${secret}x`, secret.slice(1), other.secret, ''].map((wrong) => forMachine(keyId, wrong)),
    );

    expect(given).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('an ID token', () => {
  const exchange = (token: string, groupsClaim?: string) =>
    makeTokenForPerson({
      ring: newRing(),
      signer,
      signIns: new OidcSignIns({ issuer, clientId: CLIENT, groupsClaim }),
    })(token);
  const usual = (claims: JWTPayload = {}, alg: 'RS256' | 'ES256' | 'HS256' = 'RS256') =>
    new SignJWT({ sub: 'sena', name: 'Sena Sender', 'cognito:groups': ['sender'], ...claims })
      .setProtectedHeader({ alg, kid: alg === 'ES256' ? 'ec' : 'rsa' })
      .setIssuer(issuer)
      .setAudience(CLIENT)
      .setIssuedAt()
      .setExpirationTime('5m');

  it.each(['RS256', 'ES256'] as const)('signed by %s gives the token of the person', async (alg) => {
    const given = await exchange(await usual({}, alg).sign(alg === 'RS256' ? rsa.privateKey : ec.privateKey));

    expect(await verified(given?.token ?? '')).toMatchObject({
      sub: 'person:sena',
      name: 'Sena Sender',
      groups: ['sender'],
    });
  });

  it('gives the role that stands in the claim whose name the stage knows, and believes no other claim then', async () => {
    const token = await usual({ 'https://example.com/roles': ['author'] }).sign(rsa.privateKey);

    const [named, elsewhere] = [await exchange(token, 'https://example.com/roles'), await exchange(token, 'roles')];

    expect(await verified(named?.token ?? '')).toMatchObject({ groups: ['author'] });
    expect(await verified(elsewhere?.token ?? '')).toMatchObject({ groups: [] });
  });

  it('gives a name to nobody whom the issuer calls by an address', async () => {
    const given = await exchange(await usual({ name: 'sena@example.com' }).sign(rsa.privateKey));

    expect(await verified(given?.token ?? '')).not.toHaveProperty('name');
  });

  const hmacKey = new TextEncoder().encode(JSON.stringify(rsaJwk));
  it.each<readonly [string, () => Promise<string> | string]>([
    ['is over', () => usual().setExpirationTime('-2m').sign(rsa.privateKey)],
    ['comes from another issuer', () => usual().setIssuer('https://elsewhere.test').sign(rsa.privateKey)],
    ['was made for another client', () => usual().setAudience('other').sign(rsa.privateKey)],
    ['was given to another client', () => usual({ azp: 'other' }).setAudience([CLIENT, 'other']).sign(rsa.privateKey)],
    ['is an access token', () => usual({ token_use: 'access' }).sign(rsa.privateKey)],
    ['is signed by somebody else', () => usual().sign(stranger.privateKey)],
    ['is not signed', () => new UnsecuredJWT({ sub: 'sena' }).setIssuer(issuer).setAudience(CLIENT).encode()],
    ['is signed with the public key as if it were a secret', () => usual({}, 'HS256').sign(hmacKey)],
    ['is none', () => 'opaque'],
  ])('that %s gives nothing', async (_, make) => {
    expect(await exchange(await make())).toBeUndefined();
  });

  it('cannot be judged while its issuer does not answer', async () => {
    const closed = new OidcSignIns({ issuer: `http://${HOST}:${await freePorts(1)}`, clientId: CLIENT });

    await expect(closed.verify(await usual().sign(rsa.privateKey))).rejects.toMatchObject({
      name: 'RetryableError',
      code: 'issuer_unreachable',
    });
  });
});
