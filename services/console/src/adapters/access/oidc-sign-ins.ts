import { RetryableError } from '@bulkhead/lambda-kit';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';

import type { SignedIn, SignIns } from '../../application/access/ports.ts';

const ALGORITHMS = ['RS256', 'ES256'];
/** Clocks differ. */
const TOLERANCE_SECONDS = 30;
const PATIENCE_MS = 5_000;
const LONGEST_NAME = 200;
/** Where issuers name a person's groups unless they are told to do it elsewhere. */
const USUAL_CLAIMS = ['cognito:groups', 'groups'];

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

interface Wanted {
  readonly issuer: string;
  /** For whom its ID tokens must be: the client of the console. */
  readonly clientId: string;
  /** The claim that names a person's groups; no other is believed then. */
  readonly groupsClaim?: string | undefined;
}

/** What jose says of a token, and not of the way to the issuer's keys. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

/** Verifies ID tokens of the issuer at which people sign in. Where its keys are, it says itself. */
export class OidcSignIns implements SignIns {
  readonly #wanted: Wanted;
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  async verify(idToken: string): Promise<SignedIn | undefined> {
    const { issuer, clientId, groupsClaim } = this.#wanted;
    const keys = await this.#keysOfIssuer();
    try {
      const { payload } = await jwtVerify(idToken, keys, {
        issuer,
        audience: clientId,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: TOLERANCE_SECONDS,
      });
      return isMeantForUs(payload, clientId) ? signedInOf(payload, groupsClaim) : undefined;
    } catch (error) {
      if (isOfToken(error)) return undefined;
      throw unreachable(error);
    }
  }

  #keysOfIssuer(): Promise<JWTVerifyGetKey> {
    this.#keys ??= this.#discover().catch((error: unknown) => {
      this.#keys = undefined;
      throw unreachable(error);
    });
    return this.#keys;
  }

  async #discover(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.#wanted;
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    const found = z.parse(Discovery, await answer.json());
    if (found.issuer !== issuer) throw new Error(`${url} is about another issuer`);
    return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: PATIENCE_MS });
  }
}

/** A token for several says for whom it was made (`azp`); and an access token of some issuers looks like one. */
const isMeantForUs = ({ aud, azp, token_use: use }: JWTPayload, clientId: string): boolean => {
  const isForSeveral = Array.isArray(aud) && aud.length > 1;
  if (use !== undefined && use !== 'id') return false;
  return isForSeveral || azp !== undefined ? azp === clientId : true;
};

const signedInOf = (payload: JWTPayload, groupsClaim: string | undefined): SignedIn => ({
  sub: z.parse(z.string().check(z.minLength(1)), payload.sub),
  name: nameIn(payload),
  groups: (groupsClaim === undefined ? USUAL_CLAIMS : [groupsClaim]).flatMap((claim) => payload[claim]),
});

/** What people call them, unless it is an address: it stands in the audit log. */
const nameIn = (payload: JWTPayload): string | undefined =>
  [payload['name'], payload['cognito:username'], payload['preferred_username']]
    .filter((name) => typeof name === 'string')
    .filter((name) => name !== '' && !name.includes('@'))
    .map((name) => name.slice(0, LONGEST_NAME).toWellFormed())[0];

const unreachable = (cause: unknown): RetryableError =>
  cause instanceof RetryableError
    ? cause
    : new RetryableError({
        code: 'issuer_unreachable',
        message: 'The issuer at which people sign in does not answer as it should. Try again in a moment.',
        cause,
      });
