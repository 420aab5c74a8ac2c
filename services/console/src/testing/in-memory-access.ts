import { createHash } from 'node:crypto';

import type {
  AccessClaims,
  ApiKeys,
  Secrets,
  SignedIn,
  Signer,
  SignIns,
  SigningKey,
  SigningKeys,
  UsedKeys,
} from '../application/access/ports.ts';
import type { ApiKey } from '../domain/access/api-key.ts';

/** Signing keys that are forgotten with the test. */
export class InMemorySigningKeys implements SigningKeys {
  readonly #keys = new Map<number, SigningKey>();

  async all(): Promise<readonly SigningKey[]> {
    return [...this.#keys.values()];
  }

  async add(key: SigningKey): Promise<void> {
    if (!this.#keys.has(key.number)) this.#keys.set(key.number, key);
  }

  async remove(keys: readonly SigningKey[]): Promise<void> {
    for (const { number } of keys) this.#keys.delete(number);
  }
}

/** API keys that are forgotten with the test. */
export class InMemoryApiKeys implements ApiKeys, UsedKeys {
  readonly #keys = new Map<string, ApiKey>();
  /** How often a use was written down. */
  marked = 0;

  async all(): Promise<readonly ApiKey[]> {
    return [...this.#keys.values()].toReversed();
  }

  async find(keyId: string): Promise<ApiKey | undefined> {
    return this.#keys.get(keyId);
  }

  async add(key: ApiKey): Promise<void> {
    this.#keys.set(key.keyId, key);
  }

  async revoke(keyId: string, now: Date): Promise<boolean> {
    return this.#change(keyId, (key) => ({ ...key, revokedAt: key.revokedAt ?? now }));
  }

  async markUsed(keyId: string, day: string): Promise<void> {
    this.marked += 1;
    this.#change(keyId, (key) => ({ ...key, lastUsedOn: day }));
  }

  #change(keyId: string, change: (key: ApiKey) => ApiKey): boolean {
    const key = this.#keys.get(keyId);
    if (key !== undefined) this.#keys.set(keyId, change(key));
    return key !== undefined;
  }
}

/** Secrets that a test can foresee: `secret-1` of the key `key_000000000000000a`, and so on. */
export class CountingSecrets implements Secrets {
  #made = 0;

  make() {
    this.#made += 1;
    const secret = `secret-${this.#made}`;
    return { keyId: `key_${(9 + this.#made).toString(16).padStart(16, '0')}`, secret, hash: hashOf(secret) };
  }

  matches(secret: string, hash: string): boolean {
    return hashOf(secret) === hash;
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Writes into a token in clear what it would say, and which key signed it. */
export class ReadableSigner implements Signer {
  #made = 0;

  async makeKey() {
    this.#made += 1;
    return { kid: `kid-${this.#made}`, privateKey: 'private' };
  }

  async sign(claims: AccessClaims, { kid }: SigningKey, lifeSeconds: number): Promise<string> {
    return JSON.stringify({ ...claims, kid, lifeSeconds });
  }

  publicOf({ kid }: SigningKey) {
    return { kid, kty: 'RSA', alg: 'RS256', use: 'sig', n: 'n', e: 'AQAB' };
  }
}

/** An issuer whose ID tokens are known beforehand. */
export const signInsOf = (known: Readonly<Record<string, SignedIn>>): SignIns => ({
  verify: async (idToken) => known[idToken],
});
