import type { MutableResponse, MutableToken, TokenRequestIncomingMessage } from 'oauth2-mock-server';

import type { Grants } from './grants.ts';
import { type Person, personCalled, roleOfClient } from './people.ts';

const AUDIENCE = 'bulkhead';
/** What the console asks for, and all that a person's client gets: their rights are their groups. */
const SCOPE_OF_PEOPLE = 'openid profile';

/** Writes into a token who it is for. Of a person's two tokens the one without a scope is the ID token, for the client to read. */
export const completeClaims =
  (grants: Grants) =>
  ({ payload }: MutableToken, request: TokenRequestIncomingMessage): void => {
    const clientId = clientOf(request);
    payload['sub'] = personIn(request, grants)?.sub ?? payload['sub'] ?? clientId;
    Object.assign(payload, 'scope' in payload ? accessClaims(payload, request) : { aud: clientId });
    Object.assign(payload, roleClaims(request, grants, payload['scope']));
  };

const accessClaims = ({ aud, scope }: MutableToken['payload'], request: TokenRequestIncomingMessage) => ({
  aud: aud ?? AUDIENCE,
  client_id: clientOf(request),
  scope: isOfBrowser(request) ? SCOPE_OF_PEOPLE : scope,
});

const isOfBrowser = ({ body }: TokenRequestIncomingMessage): boolean =>
  body.grant_type === 'authorization_code' || body.grant_type === 'refresh_token';

/** A machine gets its role as a scope, a person as a group; somebody whom we do not know has none. */
const roleClaims = (request: TokenRequestIncomingMessage, grants: Grants, scope: unknown) => {
  if (request.body.grant_type === 'client_credentials') {
    return { scope: [scope, `bulkhead/${roleOfClient(clientOf(request))}`].filter(Boolean).join(' ') };
  }
  const person = personIn(request, grants);
  return person === undefined ? {} : { name: person.name, 'cognito:groups': [person.role] };
};

const personIn = (request: TokenRequestIncomingMessage, grants: Grants): Person | undefined => {
  switch (request.body.grant_type) {
    case 'authorization_code':
      return grants.personOf(fieldOf(request, 'code'));
    case 'refresh_token':
      return grants.personOf(fieldOf(request, 'refresh_token'));
    default:
      return personCalled(fieldOf(request, 'username'));
  }
};

/** Refuses codes and refresh tokens that were never given, and remembers the new ones. A refresh token stays good as long as we run. */
export const judgeGrant =
  (grants: Grants) =>
  (response: MutableResponse, request: TokenRequestIncomingMessage): void => {
    switch (request.body.grant_type) {
      case 'authorization_code':
        return judgeCode(grants, response, request);
      case 'refresh_token':
        return judgeRefresh(grants, response, request);
      default:
    }
  };

const judgeCode = (grants: Grants, response: MutableResponse, request: TokenRequestIncomingMessage): void => {
  const redirectUri = fieldOf(request, 'redirect_uri');
  const person = grants.redeem(fieldOf(request, 'code') ?? '', { clientId: clientOf(request), redirectUri });
  // Without a verifier nothing has been verified.
  if (person === undefined || fieldOf(request, 'code_verifier') === undefined) return refuse(response);
  const token = response.body === '' ? undefined : response.body['refresh_token'];
  if (typeof token === 'string') grants.allowRefresh(token, person);
  Object.assign(response.body, { scope: SCOPE_OF_PEOPLE });
};

const judgeRefresh = (grants: Grants, response: MutableResponse, request: TokenRequestIncomingMessage): void => {
  const token = fieldOf(request, 'refresh_token');
  if (grants.personOf(token) === undefined) return refuse(response);
  Object.assign(response.body, { refresh_token: token, scope: SCOPE_OF_PEOPLE });
};

const refuse = (response: MutableResponse): void => {
  const description = 'The code or refresh token is unknown, used or too old. Sign in again.';
  Object.assign(response, { statusCode: 400, body: { error: 'invalid_grant', error_description: description } });
};

const fieldOf = ({ body }: TokenRequestIncomingMessage, name: string): string | undefined => {
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : undefined;
};

const clientOf = (request: TokenRequestIncomingMessage): string => {
  const [scheme, encoded] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'basic' && encoded !== undefined) {
    const [name] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return decodeURIComponent(name ?? '');
  }

  return fieldOf(request, 'client_id') ?? 'local';
};
