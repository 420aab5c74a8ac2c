import type { HttpRequest } from '@bulkhead/lambda-kit';

import type { OAuthError } from './oauth-answers.ts';

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
export const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

export type TokenRequest =
  | { readonly kind: 'person'; readonly idToken: string }
  | { readonly kind: 'machine'; readonly keyId: string; readonly secret: string }
  | { readonly kind: 'refused'; readonly error: OAuthError };

type Asked = Pick<HttpRequest<unknown, unknown, unknown>, 'rawBody' | 'headers'>;
type Form = ReadonlyMap<string, string>;

const refused = (error: OAuthError['error'], description: string): TokenRequest => ({
  kind: 'refused',
  error: { error, description },
});

/** Reads what RFC 6749 and RFC 8693 say that a client sends: a form, each field once. */
export const readTokenRequest = ({ rawBody, headers }: Asked): TokenRequest => {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) {
    return refused('invalid_request', 'Send a form: content-type application/x-www-form-urlencoded.');
  }
  const fields = [...new URLSearchParams(rawBody)].filter(([, value]) => value !== '');
  const form: Form = new Map(fields);
  if (form.size < fields.length) return refused('invalid_request', 'Send each field once.');
  switch (form.get('grant_type')) {
    case EXCHANGE:
      return readExchange(form);
    case 'client_credentials':
      return readCredentials(form, headers['authorization']);
    case undefined:
      return refused('invalid_request', `grant_type is missing: client_credentials, or ${EXCHANGE}.`);
    default:
      return refused('unsupported_grant_type', `grant_type is client_credentials, or ${EXCHANGE}.`);
  }
};

const readExchange = (form: Form): TokenRequest => {
  const idToken = form.get('subject_token');
  if (idToken === undefined || form.get('subject_token_type') !== ID_TOKEN) {
    return refused('invalid_request', `Send an ID token as subject_token, with subject_token_type=${ID_TOKEN}.`);
  }
  if (form.has('actor_token') || (form.get('requested_token_type') ?? ACCESS_TOKEN) !== ACCESS_TOKEN) {
    return refused('invalid_request', 'Only access tokens are given, and for nobody else than the subject.');
  }
  return { kind: 'person', idToken };
};

const readCredentials = (form: Form, authorization: string | undefined): TokenRequest => {
  const inBody = { keyId: form.get('client_id'), secret: form.get('client_secret') };
  const shown = authorization === undefined ? inBody : basicIn(authorization);
  if (authorization !== undefined && inBody.secret !== undefined) {
    return refused('invalid_request', 'Send the secret once: in the form, or in the header authorization.');
  }
  const { keyId, secret } = shown;
  if (keyId === undefined || secret === undefined) {
    return refused('invalid_client', 'Send the id of an API key as client_id, and its secret as client_secret.');
  }
  return { kind: 'machine', keyId, secret };
};

/** RFC 6749, 2.3.1: both parts are form-encoded before they are put together. */
const basicIn = (authorization: string): { readonly keyId?: string; readonly secret?: string } => {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? [];
  const [, keyId, secret] = /^([^:]+):(.+)$/.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  return keyId === undefined || secret === undefined ? {} : { keyId: decoded(keyId), secret: decoded(secret) };
};

const decoded = (part: string): string => new URLSearchParams(`part=${part}`).get('part') ?? '';
