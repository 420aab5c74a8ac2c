import { type HttpAnswer, problem } from '../problem.ts';
import { say } from '../words/kit-sentences.ts';
import type { Caller } from './caller.ts';
import { type Access, includesRole } from './role.ts';

/** Answers whom a route does not let in; `undefined` for whom it does. */
export const refusalFor = (access: Access, caller: Caller | undefined): HttpAnswer | undefined => {
  if (access === 'anyone') return undefined;
  if (caller === undefined) return signInFirst();
  if (caller.role !== undefined && includesRole(caller.role, access)) return undefined;

  return problem({ status: 403, ...say('role_missing', { needed: access, has: caller.role ?? 'none' }) });
};

const signInFirst = (): HttpAnswer =>
  problem({
    status: 401,
    ...say('caller_unknown'),
    headers: { 'www-authenticate': 'Bearer' },
  });
