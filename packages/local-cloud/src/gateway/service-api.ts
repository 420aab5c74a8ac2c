import type { IncomingMessage, ServerResponse } from 'node:http';

import { sendJson } from '../http/answer.ts';
import type { Log } from '../log.ts';
import type { Host } from '../registry/hosts.ts';
import { authorize } from './authorize.ts';
import { allowBrowser } from './cors.ts';
import { matchRoute } from './match-route.ts';
import { proxy } from './proxy.ts';
import type { VerifyToken } from './verify-token.ts';

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
export const createServiceApi =
  ({ host, findHost, verify, log }: Wanted) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (allowBrowser(request, response) === 'answered') return;
    const service = findHost(url.pathname.split('/')[2] ?? '');
    if (service === undefined) return sendJson(response, 404, { message: 'Not Found' });
    if (service.state !== 'ready') return sendJson(response, 503, { message: 'Service Unavailable' });
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) {
      return sendJson(response, 413, { message: 'Request Entity Too Large' });
    }
    const route = matchRoute(service.routes, request.method ?? 'GET', url.pathname);
    if (route === undefined) return sendJson(response, 404, { message: 'Not Found' });

    const verdict = await authorize({ route, host: service, verify }, { url, headers: request.headers });
    if (verdict === 'unauthorized') {
      response.setHeader('www-authenticate', 'Bearer');
      return sendJson(response, 401, { message: 'Unauthorized' });
    }
    if (verdict === 'forbidden') return sendJson(response, 403, { message: 'Forbidden' });

    return proxy(request, response, { host, port: service.httpPort, path: `${url.pathname}${url.search}`, log });
  };
