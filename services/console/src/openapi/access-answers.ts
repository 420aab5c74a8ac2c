import { instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { ROLES } from '../domain/access/role.ts';
import { SERVICES } from '../domain/access/service.ts';

export const TokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  /** Seconds. */
  expires_in: z.int(),
  /** In exchange for another token. */
  issued_token_type: z.optional(z.string()),
});

/** RFC 6749, 5.2 */
export const OAuthProblem = z.object({ error: z.string(), error_description: z.string() });

export const KeySet = z.object({
  keys: z.array(
    z.object({
      kid: z.string(),
      kty: z.string(),
      alg: z.string(),
      use: z.string(),
      n: z.string(),
      e: z.string(),
    }),
  ),
});

export const Discovery = z.object({
  issuer: z.string(),
  jwks_uri: z.string(),
  token_endpoint: z.string(),
  grant_types_supported: z.array(z.string()),
  token_endpoint_auth_methods_supported: z.array(z.string()),
  response_types_supported: z.array(z.string()),
  subject_types_supported: z.array(z.string()),
  id_token_signing_alg_values_supported: z.array(z.string()),
});

export const ApiKeyView = z.object({
  keyId: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** Whose APIs it opens; all of them, without one. */
  services: z.optional(z.array(z.enum(SERVICES))),
  state: z.enum(['usable', 'expired', 'revoked']),
  madeAt: instant(),
  madeBy: z.object({ sub: z.string(), name: z.optional(z.string()) }),
  expiresAt: z.optional(instant()),
  /** The last day on which it got a token, in UTC. */
  lastUsedOn: z.optional(z.string()),
  revokedAt: z.optional(instant()),
});

export const ApiKeysAnswer = z.object({ keys: z.array(ApiKeyView) });

/** The secret is told this once. */
export const ApiKeyMade = z.extend(ApiKeyView, { secret: z.string() });
