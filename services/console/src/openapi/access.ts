import type { Operation } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import { KeyPath, MakeKeyBody } from '../handlers/access/key-shapes.ts';
import { ApiKeyMade, ApiKeysAnswer, Discovery, KeySet, OAuthProblem, TokenAnswer } from './access-answers.ts';

/** The fields of RFC 6749 (client_credentials) and RFC 8693 (token exchange). */
const TokenForm = z.object({
  grant_type: z.string(),
  client_id: z.optional(z.string()),
  client_secret: z.optional(z.string()),
  subject_token: z.optional(z.string()),
  subject_token_type: z.optional(z.string()),
});

export const accessOperations: readonly Operation[] = [
  {
    operationId: 'giveToken',
    route: 'POST /api/console/tokens',
    role: 'anyone',
    summary: 'Gives an access token for an API key, or for the ID token of somebody who has signed in.',
    body: TokenForm,
    bodyType: 'application/x-www-form-urlencoded',
    answers: {
      200: { schema: TokenAnswer },
      400: { schema: OAuthProblem, description: 'invalid_request, unsupported_grant_type' },
      401: { schema: OAuthProblem, description: 'invalid_client' },
      503: { schema: OAuthProblem, description: 'temporarily_unavailable' },
    },
  },
  {
    operationId: 'describeIssuer',
    route: 'GET /api/console/.well-known/openid-configuration',
    role: 'anyone',
    summary: 'Says where the keys are that access tokens are verified with.',
    answers: { 200: { schema: Discovery } },
  },
  {
    operationId: 'publishKeys',
    route: 'GET /api/console/.well-known/jwks.json',
    role: 'anyone',
    summary: 'The keys that access tokens are verified with.',
    answers: { 200: { schema: KeySet } },
  },
  {
    operationId: 'listKeys',
    route: 'GET /api/console/keys',
    role: 'administrator',
    summary: 'Lists the API keys of machines, without their secrets.',
    answers: { 200: { schema: ApiKeysAnswer } },
  },
  {
    operationId: 'makeKey',
    route: 'POST /api/console/keys',
    role: 'administrator',
    summary: 'Makes an API key. Its secret is in this answer and nowhere else.',
    body: MakeKeyBody,
    answers: { 201: { schema: ApiKeyMade } },
    problems: { 400: ['expires_before_now'], 409: ['too_many_keys'] },
  },
  {
    operationId: 'revokeKey',
    route: 'DELETE /api/console/keys/{keyId}',
    role: 'administrator',
    summary: 'Revokes an API key: it gets no token any more, and the last one it got is over in 15 minutes.',
    path: KeyPath,
    answers: { 204: {} },
    problems: { 404: ['key_unknown'] },
  },
];
