import { type HttpAnswer, type HttpEdge, httpHandler, RetryableError } from '@bulkhead/lambda-kit';

import type { TokenForMachine, TokenForPerson } from '../../application/access/give-tokens.ts';
import { oauthProblem, tokenAnswer } from './oauth-answers.ts';
import { ACCESS_TOKEN, readTokenRequest, type TokenRequest } from './token-request.ts';

/** An ID token with many groups is a few kilobytes. */
const LARGEST_BODY_BYTES = 32_768;
/** What our ids look like; anything else need not be looked up. */
const KEY_ID = /^key_[\w-]{16}$/;

interface Givers {
  readonly forPerson: TokenForPerson;
  readonly forMachine: TokenForMachine;
}

/** POST /api/console/tokens: a token for the ID token of a person, or for the API key of a machine. */
export const giveToken = (givers: Givers, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'anyone',
      maxBodyBytes: LARGEST_BODY_BYTES,
      handle: async ({ rawBody, headers, log }) => {
        try {
          return await answerTo(readTokenRequest({ rawBody, headers }), givers);
        } catch (error) {
          if (!(error instanceof RetryableError)) throw error;
          log.warn('sign_in_unavailable', { reason: error.code });
          return oauthProblem({ error: 'temporarily_unavailable', description: error.message });
        }
      },
    },
    edge,
  );

const answerTo = async (request: TokenRequest, { forPerson, forMachine }: Givers): Promise<HttpAnswer> => {
  switch (request.kind) {
    case 'refused':
      return oauthProblem(request.error);
    case 'person': {
      const token = await forPerson(request.idToken);
      return token === undefined ? subjectRefused() : tokenAnswer(token, { issued_token_type: ACCESS_TOKEN });
    }
    case 'machine': {
      const { keyId, secret } = request;
      const token = KEY_ID.test(keyId) ? await forMachine(keyId, secret) : undefined;
      return token === undefined ? clientRefused() : tokenAnswer(token);
    }
  }
};

/** RFC 8693, 2.2.2: whatever is wrong with the subject's token is an invalid request. */
const subjectRefused = (): HttpAnswer =>
  oauthProblem({
    error: 'invalid_request',
    description: 'The ID token is too old, or was not made for this console by its issuer. Sign in again.',
  });

const clientRefused = (): HttpAnswer =>
  oauthProblem({
    error: 'invalid_client',
    description: 'There is no usable API key with this id and secret. An administrator sees which keys are usable.',
  });
