import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { decodeJwt } from 'jose';
import { Events, type MutableRedirectUri, type MutableResponse, OAuth2Issuer, OAuth2Service } from 'oauth2-mock-server';

import { sendJson } from '../http/answer.ts';
import { close, listen } from '../http/listen.ts';
import { isLoopbackOrigin, isOurCaller } from '../http/loopback.ts';
import type { Log } from '../log.ts';
import { Grants } from './grants.ts';
import { personCalled } from './people.ts';
import { askWho } from './sign-in/authorize.ts';
import { keepSigningKey } from './signing-key.ts';
import { completeClaims, judgeGrant } from './token-claims.ts';

interface Wanted {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly log: Log;
}

export interface Issuer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts an OpenID Connect issuer that knows four people and believes everybody: at its page one chooses whom to be, and any
 * machine gets a token for our audience. All else is as at an issuer on the internet, and so is what the tokens are checked against.
 */
export const startIssuer = async ({ host, port, dataFolder, log }: Wanted): Promise<Issuer> => {
  const url = `http://${host}:${port}`;
  const issuer = new OAuth2Issuer();
  issuer.url = url;
  await issuer.keys.add(await keepSigningKey(dataFolder, log));
  const service = new OAuth2Service(issuer);
  const grants = new Grants();
  service.on(Events.BeforeWellKnownOpenIdConfiguration, sayWhatWeDo);
  service.on(Events.BeforeAuthorizeRedirect, rememberConsent(grants));
  service.on(Events.BeforeTokenSigning, completeClaims(grants));
  service.on(Events.BeforeResponse, judgeGrant(grants));
  service.on(Events.BeforeUserinfo, tellOfPerson);
  const server = createServer(admit(service, url));
  await listen(server, { host, port });

  return { url, stop: () => close(server) };
};

const admit = (service: OAuth2Service, url: string) => (request: IncomingMessage, response: ServerResponse) => {
  if (!isOurCaller(request)) return sendJson(response, 403, { error: 'access_denied: pages of this machine only' });
  const asked = new URL(request.url ?? '/', url);
  // The library takes one slash more for the same address, and what is asked below would not be asked.
  if (asked.pathname.endsWith('/')) return sendJson(response, 404, { error: 'not_found: no address here ends with /' });
  if (asked.pathname === '/authorize' && askWho(request, response, asked) === 'answered') return;
  const comesBack = asked.searchParams.get('post_logout_redirect_uri') ?? url;
  if (!isLoopbackOrigin(comesBack)) return sendJson(response, 400, { error: 'invalid_request' });

  service.requestHandler(request, response);
};

const sayWhatWeDo = ({ body }: MutableResponse): void => {
  if (body === '') return;
  Object.assign(body, {
    grant_types_supported: [...[body['grant_types_supported']].flat(), 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile'],
    ui_locales_supported: ['en', 'ko'],
  });
};

const rememberConsent =
  (grants: Grants) =>
  ({ url }: MutableRedirectUri, request: IncomingMessage): void => {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const person = personCalled(asked.get('person'));
    const code = url.searchParams.get('code');
    if (person === undefined || code === null) return;
    grants.give(code, {
      person,
      clientId: asked.get('client_id') ?? '',
      redirectUri: asked.get('redirect_uri') ?? '',
    });
  };

const tellOfPerson = (response: MutableResponse, { headers }: IncomingMessage): void => {
  const person = personCalled(subjectOf(headers.authorization));
  if (person === undefined) Object.assign(response, { statusCode: 401, body: { error: 'invalid_token' } });
  else response.body = { sub: person.sub, name: person.name };
};

const subjectOf = (authorization = ''): unknown => {
  try {
    return decodeJwt(authorization.replace(/^Bearer\s+/i, '')).sub;
  } catch {
    return undefined;
  }
};
