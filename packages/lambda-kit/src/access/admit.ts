import { type HttpAnswer, problem } from '../problem.ts';
import type { Caller } from './caller.ts';
import { type Access, includesRole } from './role.ts';

/** Answers whom a route does not let in; `undefined` for whom it does. */
export const refusalFor = (access: Access, caller: Caller | undefined): HttpAnswer | undefined => {
  if (access === 'anyone') return undefined;
  if (caller === undefined) return signInFirst();
  if (caller.role !== undefined && includesRole(caller.role, access)) return undefined;

  const has = caller.role === undefined ? 'You have no role yet' : `You are ${caller.role}`;
  return problem({
    status: 403,
    code: 'role_missing',
    detail: `This needs the role ${access}. ${has}; an administrator can give it to you.`,
  });
};

const signInFirst = (): HttpAnswer =>
  problem({
    status: 401,
    code: 'caller_unknown',
    detail: 'Sign in first: this needs a valid token of the issuer.',
    headers: { 'www-authenticate': 'Bearer' },
  });
