import type { IncomingHttpHeaders } from 'node:http';

import { isLoopbackOrigin } from '../http/loopback.ts';

/** One rule of a bucket's CorsConfiguration. */
export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds?: number | undefined;
}

interface Asked {
  readonly origin: string;
  readonly method: string;
  readonly headers: readonly string[];
}

/** Says what a browser asks for; undefined if no browser asks. */
export const askedByBrowser = (method: string, headers: IncomingHttpHeaders): Asked | undefined => {
  const { origin } = headers;
  if (origin === undefined) return undefined;
  const wantedMethod = headers['access-control-request-method'];
  const wantedHeaders = headers['access-control-request-headers'] ?? '';

  return {
    origin,
    method: method === 'OPTIONS' && wantedMethod !== undefined ? wantedMethod : method,
    headers: wantedHeaders
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  };
};

/** The response headers by which S3 lets a browser through, or undefined where it would not. */
export const corsHeaders = (rules: readonly CorsRule[], asked: Asked): Record<string, string> | undefined => {
  const rule = rules.find((candidate) => allows(candidate, asked));
  if (rule === undefined) return undefined;

  return {
    'access-control-allow-origin': rule.origins.includes('*') ? '*' : asked.origin,
    'access-control-allow-methods': rule.methods.join(', '),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    ...(asked.headers.length > 0 && { 'access-control-allow-headers': asked.headers.join(', ') }),
    ...(rule.exposed.length > 0 && { 'access-control-expose-headers': rule.exposed.join(', ') }),
    ...(rule.maxAgeSeconds !== undefined && { 'access-control-max-age': String(rule.maxAgeSeconds) }),
  };
};

const allows = (rule: CorsRule, { origin, method, headers }: Asked): boolean =>
  rule.methods.includes(method) &&
  rule.origins.some((pattern) => allowsOrigin(pattern, origin)) &&
  headers.every((name) => rule.headers.some((pattern) => matches(pattern.toLowerCase(), name)));

/** In AWS a signature stands before what any page may ask. Here is none, so any page is any page of this machine. */
const allowsOrigin = (pattern: string, origin: string): boolean =>
  pattern === '*' ? isLoopbackOrigin(origin) : matches(pattern, origin);

/** S3 knows one `*`, which stands for anything. */
const matches = (pattern: string, text: string): boolean => {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === text;

  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
};
