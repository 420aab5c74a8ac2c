import type { HttpAnswer } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { AccessToken } from '../../application/access/give-tokens.ts';
import type { OAuthProblem, TokenAnswer } from '../../openapi/access-answers.ts';

export interface OAuthError {
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'temporarily_unavailable';
  readonly description: string;
}

const statuses = {
  invalid_request: 400,
  unsupported_grant_type: 400,
  invalid_client: 401,
  temporarily_unavailable: 503,
} as const;

/** An error as RFC 6749, 5.2, words it. */
export const oauthProblem = ({ error, description }: OAuthError): HttpAnswer => ({
  status: statuses[error],
  headers: { pragma: 'no-cache', ...(error === 'invalid_client' && { 'www-authenticate': 'Basic realm="bulkhead"' }) },
  body: { error, error_description: description } satisfies Answer<typeof OAuthProblem>,
});

export const tokenAnswer = (
  { token, expiresIn }: AccessToken,
  also: Pick<Answer<typeof TokenAnswer>, 'issued_token_type'> = {},
): HttpAnswer => ({
  status: 200,
  headers: { pragma: 'no-cache' },
  body: { access_token: token, token_type: 'Bearer', expires_in: expiresIn, ...also } satisfies Answer<
    typeof TokenAnswer
  >,
});
