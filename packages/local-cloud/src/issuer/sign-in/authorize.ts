import type { IncomingMessage, ServerResponse } from 'node:http';

import { isLoopbackOrigin } from '../../http/loopback.ts';
import { personCalled } from '../people.ts';
import { sendRefusal, sendSignInPage } from './page.ts';
import { languageOf } from './texts.ts';

/** As RFC 7636 has it. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

interface OAuthError {
  readonly error: string;
  readonly description: string;
}

interface Refusal extends OAuthError {
  readonly state: string | null;
}

/**
 * Answers a request for authorization until it names the person who signs in; then it may go on.
 *
 * As strict as an issuer on the internet: code with PKCE or nothing, and codes go to pages of this machine only.
 */
export const askWho = (request: IncomingMessage, response: ServerResponse, asked: URL): 'answered' | 'goes on' => {
  const { searchParams } = asked;
  const language = languageOf(searchParams.get('ui_locales'), request.headers['accept-language']);
  const redirectUri = searchParams.get('redirect_uri') ?? '';
  if (!isLoopbackOrigin(redirectUri)) {
    sendRefusal(response, 'redirect_uri must be an address of this machine (127.0.0.1 or localhost).', language);
    return 'answered';
  }
  const error = errorIn(searchParams);
  if (error !== undefined) {
    sendBack(response, redirectUri, { ...error, state: searchParams.get('state') });
    return 'answered';
  }
  if (personCalled(searchParams.get('person')) !== undefined) return 'goes on';

  sendSignInPage(response, asked, language);
  return 'answered';
};

const errorIn = (search: URLSearchParams): OAuthError | undefined => {
  const invalid = (description: string): OAuthError => ({ error: 'invalid_request', description });
  if (search.get('response_type') !== 'code') {
    return { error: 'unsupported_response_type', description: 'Only response_type=code is answered.' };
  }
  if (!search.get('client_id')) return invalid('client_id is missing.');
  if (search.get('code_challenge_method') !== 'S256' || !CHALLENGE.test(search.get('code_challenge') ?? '')) {
    return invalid('PKCE is needed: code_challenge with code_challenge_method=S256.');
  }
  // Nobody stays signed in here: without a page there is nobody.
  if (search.get('prompt') === 'none') return { error: 'login_required', description: 'Somebody must be chosen.' };
  return undefined;
};

const sendBack = (response: ServerResponse, redirectUri: string, { error, description, state }: Refusal): void => {
  const url = new URL(redirectUri);
  url.searchParams.set('error', error);
  url.searchParams.set('error_description', description);
  if (state !== null) url.searchParams.set('state', state);
  response.writeHead(302, { location: url.href, 'cache-control': 'no-store' });
  response.end();
};
