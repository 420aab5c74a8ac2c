import { type HttpAnswer, problem } from '../problem.ts';
import { say } from '../words/kit-sentences.ts';
import type { Caller } from './caller.ts';
import { type Access, includesRole, type Role } from './role.ts';

/** What a route is: whom it is for, and its key, `GET /api/campaigns/runs/{runId}`. */
interface Door {
  readonly access: Access;
  readonly routeKey: string;
}

const SERVICE = /^[A-Z]+ \/api\/([^/]+)/;

/** Answers whom a route does not let in; `undefined` for whom it does. */
export const refusalFor = ({ access, routeKey }: Door, caller: Caller | undefined): HttpAnswer | undefined => {
  if (access === 'anyone') return undefined;
  if (caller === undefined) return signInFirst();
  if (!isFor(caller, routeKey)) return otherService(caller, routeKey);
  if (caller.role !== undefined && includesRole(caller.role, access)) return undefined;

  return roleMissing(access, caller.role);
};

/**
 * Answers somebody whose role a route takes, but not for everything that may be asked of it.
 * @example
 * if (role === undefined || !includesRole(role, 'author')) return roleMissing('author', role);
 */
export const roleMissing = (needed: Role, has: Role | undefined): HttpAnswer =>
  problem({ status: 403, ...say('role_missing', { needed, has: has ?? 'none' }) });

const serviceOf = (routeKey: string): string | undefined => SERVICE.exec(routeKey)?.[1];

/** A route of no service that has a name is for nobody whose token names services. */
const isFor = ({ services }: Caller, routeKey: string): boolean =>
  services === undefined || services.includes(serviceOf(routeKey) ?? '');

const otherService = ({ services = [] }: Caller, routeKey: string): HttpAnswer => {
  const values = { service: serviceOf(routeKey) ?? 'none', allowed: services.join(', ') || 'none' };
  return problem({ status: 403, ...say('service_not_allowed', values) });
};

const signInFirst = (): HttpAnswer =>
  problem({
    status: 401,
    ...say('caller_unknown'),
    headers: { 'www-authenticate': 'Bearer' },
  });
