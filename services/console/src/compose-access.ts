import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createLog, createMeters, type Edge } from '@bulkhead/lambda-kit';

import { DynamoApiKeys } from './adapters/access/dynamo-api-keys.ts';
import { DynamoSigningKeys } from './adapters/access/dynamo-signing-keys.ts';
import { JoseSigner } from './adapters/access/jose-signer.ts';
import { OidcSignIns } from './adapters/access/oidc-sign-ins.ts';
import { RandomSecrets } from './adapters/access/secrets.ts';
import { makeTokenForMachine, makeTokenForPerson } from './application/access/give-tokens.ts';
import { makeKeyRing } from './application/access/key-ring.ts';
import { makeMakeKey, makeRevokeKey } from './application/access/manage-keys.ts';
import { httpEdge } from './composition.ts';
import { loadAccessConfig, loadIssuerConfig, loadSignInConfig } from './config.ts';

const clock = { now: () => new Date() };

const database = () =>
  DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });

/** For the functions that administrators manage keys by. */
export const composeApiKeys = () => {
  const keys = new DynamoApiKeys(database(), loadAccessConfig().ACCESS_TABLE_NAME);
  const parts = { keys, secrets: new RandomSecrets(), clock };
  return { keys, clock, makeKey: makeMakeKey(parts), revokeKey: makeRevokeKey(parts), edge: httpEdge() };
};

/** Public functions do nothing that the audit log would have to know. */
const publicEdge = () => ({ ...quietEdge(), deeds: { record: refuseToRecord } });
const quietEdge = (): Edge => ({ log: createLog(), meters: createMeters() });
const refuseToRecord = () => Promise.reject(new Error('what is public is nobody’s deed'));

/** For the function that publishes what tokens are verified with. */
export const composeKeyRing = () => {
  const { TOKEN_ISSUER } = loadIssuerConfig();
  const signer = new JoseSigner(TOKEN_ISSUER);
  const keys = new DynamoSigningKeys(database(), loadAccessConfig().ACCESS_TABLE_NAME);
  return { ring: makeKeyRing({ keys, signer, clock }), edge: publicEdge() };
};

/** For the function that says where the keys are. */
export const composeIssuer = () => ({ issuer: loadIssuerConfig().TOKEN_ISSUER, edge: publicEdge() });

/** For the function that gives tokens. */
export const composeTokens = () => {
  const { TOKEN_ISSUER, SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID, SIGN_IN_GROUPS_CLAIM } = loadSignInConfig();
  const table = loadAccessConfig().ACCESS_TABLE_NAME;
  const [db, signer] = [database(), new JoseSigner(TOKEN_ISSUER)];
  const ring = makeKeyRing({ keys: new DynamoSigningKeys(db, table), signer, clock });
  const signIns = new OidcSignIns({
    issuer: SIGN_IN_ISSUER,
    clientId: SIGN_IN_CLIENT_ID,
    groupsClaim: SIGN_IN_GROUPS_CLAIM || undefined,
  });
  const keys = new DynamoApiKeys(db, table);
  return {
    givers: {
      forPerson: makeTokenForPerson({ ring, signer, signIns }),
      forMachine: makeTokenForMachine({ ring, signer, keys, secrets: new RandomSecrets(), clock }),
    },
    edge: publicEdge(),
  };
};
