import type { ApiKey } from '../../domain/access/api-key.ts';
import type { Role } from '../../domain/access/role.ts';
import type { Service } from '../../domain/access/service.ts';
import type { SigningKeyLife } from '../../domain/access/signing-keys.ts';

/** A key with what it signs by, which only the signer can read. */
export interface SigningKey extends SigningKeyLife {
  readonly kid: string;
  readonly privateKey: string;
}

export interface SigningKeys {
  all(): Promise<readonly SigningKey[]>;
  /** Adds a key, unless somebody else has added one of this number before. */
  add(key: SigningKey): Promise<void>;
  remove(keys: readonly SigningKey[]): Promise<void>;
}

export interface AccessClaims {
  /** `person:<sub>` or `key:<keyId>` */
  readonly subject: string;
  readonly name: string | undefined;
  readonly role: Role | undefined;
  /** The services that the token opens; all of them without it. */
  readonly services?: readonly Service[] | undefined;
}

export interface PublicKey {
  readonly kid: string;
  readonly kty: string;
  readonly alg: string;
  readonly use: string;
  readonly n: string;
  readonly e: string;
}

export interface Signer {
  makeKey(): Promise<Pick<SigningKey, 'kid' | 'privateKey'>>;
  sign(claims: AccessClaims, key: SigningKey, lifeSeconds: number): Promise<string>;
  publicOf(key: SigningKey): PublicKey;
}

/** What the ID token of an issuer says of whoever signed in there. */
export interface SignedIn {
  readonly sub: string;
  readonly name: string | undefined;
  readonly groups: readonly unknown[];
}

export interface SignIns {
  /** `undefined` for a token that is none, is too old, or was made for somebody else. */
  verify(idToken: string): Promise<SignedIn | undefined>;
}

export interface ApiKeys {
  /** Newest first. */
  all(): Promise<readonly ApiKey[]>;
  add(key: ApiKey): Promise<void>;
  /** Marks it as revoked, once; `false` where there is no such key. */
  revoke(keyId: string, now: Date): Promise<boolean>;
}

/** What giving a token to a machine needs of keys. */
export interface UsedKeys {
  find(keyId: string): Promise<ApiKey | undefined>;
  markUsed(keyId: string, day: string): Promise<void>;
}

export interface Secrets {
  make(): { readonly keyId: string; readonly secret: string; readonly hash: string };
  /** In constant time. */
  matches(secret: string, hash: string): boolean;
}
