import { createRemoteJWKSet, decodeJwt, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

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

/** Whose tokens are believed, and where the keys of each are. */
export type Issuers = Readonly<Record<string, string>>;

/**
 * On AWS every API believes one issuer, console's. Here tokens of the issuer that people sign in at are believed, too: whoever tries an
 * API with curl needs one request only.
 */
export const trustedIssuers = (signInUrl: string, gatewayUrl: string): Issuers => ({
  [signInUrl]: `${signInUrl}/jwks`,
  [`${gatewayUrl}/api/console`]: `${gatewayUrl}/api/console/.well-known/jwks.json`,
});

/** Builds the check that API Gateway's JWT authorizer makes. */
export const tokenVerifier = (issuers: Issuers, now: () => Date = () => new Date()): VerifyToken => {
  const known = new Map<string, JWTVerifyGetKey>(
    Object.entries(issuers).map(([issuer, url]) => [
      issuer,
      createRemoteJWKSet(new URL(url), { cooldownDuration: KEY_COOLDOWN_MS }),
    ]),
  );

  const claimsOf = async (token: string): Promise<JWTPayload | undefined> => {
    const issuer = issuerNamedIn(token);
    const keys = known.get(issuer);
    if (keys === undefined) return undefined;
    const options = { issuer, algorithms: ALGORITHMS, requiredClaims: ['exp'], currentDate: now() };
    return jwtVerify(token, keys, options).then(
      ({ payload }) => payload,
      () => undefined,
    );
  };

  return async (token, { audience, scopes }) => {
    const claims = await claimsOf(token);
    if (claims === undefined || isFromTheFuture(claims, now()) || !isMeantFor(claims, audience)) return 'Unauthorized';

    return scopes.length === 0 || scopesOf(claims).some((scope) => scopes.includes(scope)) ? 'Allowed' : 'Forbidden';
  };
};

/** Only to choose whose keys it must have been signed with; the keys decide. */
const issuerNamedIn = (token: string): string => {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    return '';
  }
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
