import type { IncomingMessage } from 'node:http';

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** `mail://localhost` is no page: a browser would start a program with it. */
const WEB = new Set(['http:', 'https:']);
const LOOPBACK_PEERS = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Tells whether a request comes from this machine and was meant for it.
 *
 * The peer alone is not enough: a web page may point its own name at 127.0.0.1 (DNS rebinding), and then
 * the browser on this machine sends the request, with that name as `Host`.
 */
export const isForLoopback = (request: IncomingMessage): boolean =>
  LOOPBACK_PEERS.has(request.socket.remoteAddress ?? '') && isLoopbackHost(request.headers.host);

/** Tells whether a `Host` header names this machine. */
export const isLoopbackHost = (host = ''): boolean => isLoopbackName(host.toLowerCase().replace(/:\d+$/, ''));

/** Tells whether a web page of this machine sent the request; a request without `Origin` is no page's. */
export const isLoopbackOrigin = (origin: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);

  return WEB.has(protocol) && isLoopbackName(hostname);
};

/** Tells whether a request may start things here: sent on this machine, and by no web page of the internet. */
export const isOurCaller = (request: IncomingMessage): boolean => {
  const { origin } = request.headers;
  return isForLoopback(request) && (origin === undefined || isLoopbackOrigin(origin));
};

const isLoopbackName = (name: string): boolean => LOOPBACK_NAMES.has(name);
