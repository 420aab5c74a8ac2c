import { randomBytes } from 'node:crypto';

import { type CryptoKey, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import * as z from 'zod/mini';

import type { AccessClaims, PublicKey, Signer, SigningKey } from '../../application/access/ports.ts';

/** API Gateway verifies nothing but RSA. */
const ALGORITHM = 'RS256';
const KID_BYTES = 12;

/** For whom our tokens are: every API of the stage. */
const AUDIENCE = 'bulkhead';

const PrivateJwk = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.string() });
const jwkOf = ({ privateKey }: Pick<SigningKey, 'privateKey'>) => z.parse(PrivateJwk, JSON.parse(privateKey));

/** Signs access tokens. A private key is kept as the JWK's text. */
export class JoseSigner implements Signer {
  readonly #issuer: string;
  readonly #imported = new Map<string, CryptoKey>();

  constructor(issuer: string) {
    this.#issuer = issuer;
  }

  async makeKey() {
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const jwk = z.parse(PrivateJwk, await exportJWK(privateKey));
    return { kid: randomBytes(KID_BYTES).toString('base64url'), privateKey: JSON.stringify(jwk) };
  }

  async sign({ subject, name, role, services }: AccessClaims, key: SigningKey, lifeSeconds: number): Promise<string> {
    const said = {
      ...(name !== undefined && { name }),
      groups: role === undefined ? [] : [role],
      // One text, as scopes are: API Gateway writes lists in a way of its own.
      ...(services && { services: services.join(' ') }),
    };
    return new SignJWT(said)
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: key.kid })
      .setIssuer(this.#issuer)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${lifeSeconds}s`)
      .sign(await this.#keyOf(key));
  }

  publicOf(key: SigningKey): PublicKey {
    const { kty, n, e } = jwkOf(key);
    return { kid: key.kid, kty, alg: ALGORITHM, use: 'sig', n, e };
  }

  async #keyOf(key: SigningKey): Promise<CryptoKey> {
    const known = this.#imported.get(key.kid);
    if (known !== undefined) return known;
    const imported = await importJWK(jwkOf(key), ALGORITHM);
    if (imported instanceof Uint8Array) throw new Error('the signing key is no RSA key');
    this.#imported.set(key.kid, imported);
    return imported;
  }
}
