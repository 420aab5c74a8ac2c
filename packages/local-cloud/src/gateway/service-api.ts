import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

import { sendJson } from '../http/answer.ts';
import type { Log } from '../log.ts';
import type { Host } from '../registry/hosts.ts';
import { authorize } from './authorize.ts';
import { allowBrowser } from './cors.ts';
import { matchRoute } from './match-route.ts';
import { proxy } from './proxy.ts';
import type { VerifyToken } from './verify-token.ts';

/** API Gateway's refusals; the words are the whole message it sends. */
const STATUS = {
  'Not Found': 404,
  'Service Unavailable': 503,
  'Request Entity Too Large': 413,
  Unauthorized: 401,
  Forbidden: 403,
} as const;

type Refusal = keyof typeof STATUS;

/** The payload limit of an HTTP API. */
const LARGEST_BODY_BYTES = 10 * 1024 ** 2;

interface Wanted {
  readonly host: string;
  readonly findHost: (service: string) => Host | undefined;
  readonly verify: VerifyToken;
  readonly log: Log;
}

/**
 * Answers `/api/<service>/…` as CloudFront in front of one HTTP API per service does: the path is kept as it is.
 * What is matched and what is passed on is the same normalised path, so no trick of spelling reaches another route.
 */
export const createServiceApi = ({ host, findHost, verify, log }: Wanted) => {
  const decide = async ({ method = 'GET', headers }: IncomingMessage, url: URL): Promise<Refusal | Host> => {
    const service = findHost(url.pathname.split('/')[2] ?? '');
    if (service === undefined) return 'Not Found';
    if (service.state !== 'ready') return 'Service Unavailable';
    if (sizeOf(headers) > LARGEST_BODY_BYTES) return 'Request Entity Too Large';
    const route = matchRoute(service.routes, method, url.pathname);
    if (route === undefined) return 'Not Found';
    const verdict = await authorize({ route, host: service, verify }, { url, headers });

    return verdict === 'Allowed' ? service : verdict;
  };

  /** A route that has its own answer to `OPTIONS` says itself which pages may call it. */
  const decidesItself = ({ pathname }: URL): boolean => {
    const service = findHost(pathname.split('/')[2] ?? '');
    if (service?.state !== 'ready') return false;
    return matchRoute(service.routes, 'OPTIONS', pathname)?.routeKey.startsWith('OPTIONS ') ?? false;
  };

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (!decidesItself(url) && allowBrowser(request, response) === 'answered') return;
    const decision = await decide(request, url);
    if (typeof decision === 'string') {
      if (decision === 'Unauthorized') response.setHeader('www-authenticate', 'Bearer');
      return sendJson(response, STATUS[decision], { message: decision });
    }

    return proxy(request, response, { host, port: decision.httpPort, path: `${url.pathname}${url.search}`, log });
  };
};

const sizeOf = (headers: IncomingHttpHeaders): number => Number(headers['content-length'] ?? 0);
