import type { IncomingHttpHeaders } from 'node:http';

import type { Host, Route } from '../registry/hosts.ts';
import type { Verdict, VerifyToken } from './verify-token.ts';

interface Asked {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** Decides whether a request may reach a route; a route without an authorizer is open to all. */
export const authorize = async (
  { route, host, verify }: { readonly route: Route; readonly host: Host; readonly verify: VerifyToken },
  asked: Asked,
): Promise<Verdict> => {
  if (route.authorizer === undefined) return 'Allowed';
  const authorizer = host.authorizers[route.authorizer.name];
  const token = authorizer && tokenAt(authorizer.identitySource, asked);
  if (authorizer === undefined || !token) return 'Unauthorized';

  return verify(token, { audience: authorizer.audience, scopes: route.authorizer.scopes });
};

/** Reads the token from where `$request.header.Authorization` or `$request.querystring.token` says. */
const tokenAt = (identitySource: string, { url, headers }: Asked): string | undefined => {
  const [, place, name] = /^\$request\.(header|querystring)\.(.+)$/.exec(identitySource) ?? [];
  if (name === undefined) return undefined;
  const value = place === 'header' ? headers[name.toLowerCase()] : (url.searchParams.get(name) ?? undefined);

  return [value].flat()[0]?.replace(/^Bearer\s+/i, '');
};
