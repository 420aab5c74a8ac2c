import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { KeyRing } from '../../application/access/key-ring.ts';
import type { Discovery, KeySet } from '../../openapi/access-answers.ts';

/** A key is published for a day before it signs, and an hour after its last token. */
const CACHED = { 'cache-control': 'public, max-age=300' };

/** GET /api/console/.well-known/jwks.json: what our tokens can be verified with. */
export const publishKeys = (ring: Pick<KeyRing, 'published'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      handle: async () => {
        const body: Answer<typeof KeySet> = { keys: await ring.published() };
        return { status: 200, headers: CACHED, body };
      },
    },
    edge,
  );

/** GET /api/console/.well-known/openid-configuration: where a verifier finds our keys, and a machine gets its token. */
export const describeIssuer = (issuer: string, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      handle: async () => {
        const body: Answer<typeof Discovery> = {
          issuer,
          jwks_uri: `${issuer}/.well-known/jwks.json`,
          token_endpoint: `${issuer}/tokens`,
          grant_types_supported: ['client_credentials', 'urn:ietf:params:oauth:grant-type:token-exchange'],
          token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
          response_types_supported: [],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        };
        return { status: 200, headers: CACHED, body };
      },
    },
    edge,
  );
