import type { Route } from '../registry/hosts.ts';

/** As HTTP APIs, the framework and the plugin spell it. */
const DEFAULT_KEYS = new Set(['$default', '*', 'ANY *']);
const ANY_METHOD = new Set(['ANY', '*']);

/** How exact each part of a route is, most exact first; compared from left to right. */
type Precision = readonly number[];

const LITERAL = 0;
const VARIABLE = 1;
const GREEDY = 2;
const DEFAULT = 3;

/**
 * Finds the route that answers a request as an HTTP API does: the most specific one, whatever the order of
 * declaration. Text beats `{variable}`, that beats `{greedy+}`, a method beats `ANY`, and `$default` is last.
 */
export const matchRoute = (routes: readonly Route[], method: string, path: string): Route | undefined => {
  const segments = path.split('/').map(decode);
  const candidates = routes.flatMap((route) => {
    const precision = precisionOf(route.routeKey, method, segments);
    return precision === undefined ? [] : [{ route, precision }];
  });

  return candidates.toSorted((a, b) => compare(a.precision, b.precision))[0]?.route;
};

const precisionOf = (routeKey: string, method: string, segments: readonly string[]): Precision | undefined => {
  if (DEFAULT_KEYS.has(routeKey)) return [DEFAULT];
  const [declared = '', pattern = ''] = routeKey.split(' ');
  const isAny = ANY_METHOD.has(declared);
  if (!isAny && declared.toUpperCase() !== method) return undefined;
  const path = pathPrecision(pattern.split('/'), segments);

  return path && [...path, isAny ? 1 : 0];
};

const pathPrecision = (pattern: readonly string[], segments: readonly string[]): Precision | undefined => {
  const precision: number[] = [];
  for (const [n, part] of pattern.entries()) {
    const own = partPrecision(part, segments[n]);
    if (own === undefined) return undefined;
    precision.push(own);
    if (own === GREEDY) return precision;
  }

  return pattern.length === segments.length ? precision : undefined;
};

const partPrecision = (part: string, segment: string | undefined): number | undefined => {
  if (part === segment) return LITERAL;
  if (!segment || !part.startsWith('{')) return undefined;

  return part.endsWith('+}') ? GREEDY : VARIABLE;
};

const compare = (a: Precision, b: Precision): number => {
  const differs = a.findIndex((value, n) => value !== b[n]);

  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
};

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
