import type { IncomingMessage } from 'node:http';

import { isForLoopback, isLoopbackOrigin } from '../../http/loopback.ts';

/** Tells whether a request may start things here: sent on this machine, and by no web page of the internet. */
export const isOurCaller = (request: IncomingMessage): boolean => {
  const { origin } = request.headers;
  return isForLoopback(request) && (origin === undefined || isLoopbackOrigin(origin));
};
