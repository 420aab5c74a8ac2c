import type { IncomingMessage, ServerResponse } from 'node:http';

import { isLoopbackOrigin } from '../http/loopback.ts';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const MAX_AGE_SECONDS = '600';

/**
 * Lets pages of this machine call the API: a console under development is served from another port.
 * Deployed, console and API share one address and need none of it; pages from elsewhere get nothing.
 */
export const allowBrowser = (request: IncomingMessage, response: ServerResponse): 'answered' | 'goes on' => {
  const { origin } = request.headers;
  if (origin === undefined || !isLoopbackOrigin(origin)) return 'goes on';
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'etag, location, retry-after, x-request-id');
  response.setHeader('vary', 'origin');
  const wanted = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || wanted === undefined) return 'goes on';

  response.writeHead(204, {
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
    'access-control-max-age': MAX_AGE_SECONDS,
  });
  response.end();
  return 'answered';
};
