import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';

/** What an HTTP API's JWT authorizer accepts. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/** The issuer may have got a new key a moment ago; jose would refuse everything signed with it for 30 s. */
const KEY_COOLDOWN_MS = 500;

interface Demand {
  readonly audience: readonly string[];
  /** One of these is enough; none means that any valid token is. */
  readonly scopes: readonly string[];
}

export type Verdict = 'Allowed' | 'Unauthorized' | 'Forbidden';

export type VerifyToken = (token: string, demand: Demand) => Promise<Verdict>;

/** Builds the check that API Gateway's JWT authorizer makes, against one issuer. */
export const tokenVerifier = (issuerUrl: string, now: () => Date = () => new Date()): VerifyToken => {
  const keys = createRemoteJWKSet(new URL(`${issuerUrl}/jwks`), { cooldownDuration: KEY_COOLDOWN_MS });

  return async (token, { audience, scopes }) => {
    const claims = await jwtVerify(token, keys, {
      issuer: issuerUrl,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp'],
      currentDate: now(),
    }).then(
      ({ payload }) => payload,
      () => undefined,
    );
    if (claims === undefined || isFromTheFuture(claims, now()) || !isMeantFor(claims, audience)) return 'Unauthorized';

    return scopes.length === 0 || scopesOf(claims).some((scope) => scopes.includes(scope)) ? 'Allowed' : 'Forbidden';
  };
};

const isFromTheFuture = ({ iat }: JWTPayload, now: Date): boolean => iat !== undefined && iat * 1_000 > now.getTime();

/** AWS looks at `client_id` only in a token without `aud`. */
const isMeantFor = ({ aud, ...claims }: JWTPayload, audience: readonly string[]): boolean => {
  const meant = aud === undefined ? [claims['client_id']] : [aud].flat();

  return meant.some((name) => typeof name === 'string' && audience.includes(name));
};

const scopesOf = ({ scope, scp }: JWTPayload): readonly string[] => {
  if (typeof scope === 'string') return scope.split(' ');
  if (Array.isArray(scp)) return scp.filter((name) => typeof name === 'string');

  return typeof scp === 'string' ? scp.split(' ') : [];
};
