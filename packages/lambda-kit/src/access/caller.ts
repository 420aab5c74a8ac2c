import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';

import { jsonOrUndefined } from '../parse.ts';
import { highestRole, type Role } from './role.ts';

/** Whoever asks, as a verified token says. */
export interface Caller {
  readonly sub: string;
  /** What the token calls them, unless that is an address. */
  readonly name?: string;
  /** `undefined` for somebody whom nobody gave a role. */
  readonly role: Role | undefined;
  /** The services that the token is for, where it is not for all of them. */
  readonly services?: readonly string[];
}

const Claims = z.looseObject({ sub: z.string().check(z.minLength(1)) });
type Claims = z.infer<typeof Claims>;
const Verified = z.object({ authorizer: z.object({ jwt: z.object({ claims: Claims }) }) });

/** Where issuers write the groups of a person: Cognito, and most others. */
const GROUP_CLAIMS = ['cognito:groups', 'groups'] as const;
/** What they call a person; of a machine, its client. */
const NAME_CLAIMS = ['name', 'cognito:username', 'username', 'client_id'] as const;
const SCOPE_PREFIX = 'bulkhead/';
const LONGEST_NAME = 200;
/** What turns a name on a screen into another one: control characters, and those that change the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/gu;
const LIST = /^\[(.*)\]$/s;
const SEPARATED = /[\s,]/;
const ONE_TOKEN = /^(?:Bearer\s+)?[\w-]+\.([\w-]+)\.[\w-]+$/i;

/** Reads who calls from what the JWT authorizer in front of us has verified. A route without an authorizer has no caller. */
export const callerOf = ({ requestContext, headers }: APIGatewayProxyEventV2): Caller | undefined => {
  const context: unknown = requestContext;
  const found = z.safeParse(Verified, context);
  if (!found.success) return undefined;

  const { claims } = found.data.authorizer.jwt;
  const name = nameIn(claims);
  return {
    sub: claims.sub,
    ...(name !== undefined && { name }),
    role: roleIn(claims, headers?.['authorization']),
    // What cannot be read names none: a token that is limited is never taken for one that is not.
    ...(claims['services'] !== undefined && { services: wordsOf(claims['services']) }),
  };
};

/**
 * A person has the role of their groups. Scopes count only in a token that names no groups, as those of machines do: some
 * issuers grant whatever scope a person's client asks for.
 */
const roleIn = (claims: Claims, authorization: string | undefined): Role | undefined => {
  const named = GROUP_CLAIMS.filter((claim) => claims[claim] !== undefined);
  if (named.length > 0) return highestRole(named.flatMap((claim) => groupsIn(claims, claim, authorization)));

  const scopes = [claims['scope'], claims['scp']].flatMap(wordsOf);
  return highestRole(
    scopes.filter((scope) => scope.startsWith(SCOPE_PREFIX)).map((scope) => scope.slice(SCOPE_PREFIX.length)),
  );
};

/**
 * API Gateway writes a list as `[a b]`. Of two words nobody can tell whether they are one group, "Office administrator", or two:
 * then the token itself is read, which API Gateway has verified and hands on.
 */
const groupsIn = (claims: Claims, claim: string, authorization: string | undefined): readonly string[] => {
  const value = claims[claim];
  if (Array.isArray(value)) return textsIn(value);
  if (typeof value !== 'string') return [];
  const listed = value.replace(LIST, '$1');
  return SEPARATED.test(listed) ? textsIn([sameToken(claims, authorization)?.[claim]].flat()) : [listed];
};

/** The claims of the bearer token, if it is the one that was verified. Where two were sent nobody can tell which that was. */
const sameToken = (claims: Claims, authorization = ''): Claims | undefined => {
  const [, payload = ''] = ONE_TOKEN.exec(authorization) ?? [];
  const read = z.safeParse(Claims, jsonOrUndefined(Buffer.from(payload, 'base64url').toString()));
  return read.success && read.data.sub === claims.sub && read.data['iss'] === claims['iss'] ? read.data : undefined;
};

const nameIn = (claims: Claims): string | undefined =>
  textsIn(NAME_CLAIMS.map((claim) => claims[claim]))
    .map((name) => name.replace(UNSEEN, '').trim())
    .filter((name) => name !== '' && !name.includes('@'))
    .map((name) => name.slice(0, LONGEST_NAME).toWellFormed())[0];

const textsIn = (values: readonly unknown[]): readonly string[] => values.filter((value) => typeof value === 'string');

const wordsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return textsIn(value);
  if (typeof value !== 'string') return [];
  return value
    .replace(LIST, '$1')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
};
