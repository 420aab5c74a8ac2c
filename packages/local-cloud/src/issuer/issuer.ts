import { createServer } from 'node:http';

import {
  Events,
  type MutableToken,
  OAuth2Issuer,
  OAuth2Service,
  type TokenRequestIncomingMessage,
} from 'oauth2-mock-server';

import { close, listen } from '../http/listen.ts';
import type { Log } from '../log.ts';
import { personCalled, roleOfClient } from './people.ts';
import { keepSigningKey } from './signing-key.ts';

const AUDIENCE = 'bulkhead';

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
 * Starts an OpenID Connect issuer that believes everybody: any client and any password gets a token
 * for our audience. What the tokens are checked against is real.
 */
export const startIssuer = async ({ host, port, dataFolder, log }: Wanted): Promise<Issuer> => {
  const url = `http://${host}:${port}`;
  const issuer = new OAuth2Issuer();
  issuer.url = url;
  await issuer.keys.add(await keepSigningKey(dataFolder, log));
  const service = new OAuth2Service(issuer);
  service.on(Events.BeforeTokenSigning, completeClaims);
  const server = createServer(service.requestHandler);
  await listen(server, { host, port });

  return { url, stop: () => close(server) };
};

const completeClaims = ({ payload }: MutableToken, request: TokenRequestIncomingMessage): void => {
  const clientId = clientOf(request);
  payload['aud'] ??= AUDIENCE;
  payload['sub'] ??= clientId;
  payload['client_id'] ??= clientId;
  Object.assign(payload, roleClaims(request, payload['scope']));
};

/** A machine gets its role as a scope, a person as a group; somebody whom we do not know has none. */
const roleClaims = (request: TokenRequestIncomingMessage, scope: unknown): Readonly<Record<string, unknown>> => {
  if (request.body.grant_type === 'client_credentials') {
    return { scope: [scope, `bulkhead/${roleOfClient(clientOf(request))}`].filter(Boolean).join(' ') };
  }
  const person = personCalled(request.body['username']);
  return person === undefined ? {} : { name: person.name, 'cognito:groups': [person.role] };
};

const clientOf = ({ headers, body }: TokenRequestIncomingMessage): string => {
  const [scheme, encoded] = (headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'basic' && encoded !== undefined) {
    const [name] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return decodeURIComponent(name ?? '');
  }

  return typeof body.client_id === 'string' ? body.client_id : 'local';
};
