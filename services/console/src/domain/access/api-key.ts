import type { Role } from './role.ts';
import type { Service } from './service.ts';

export interface Person {
  readonly sub: string;
  readonly name?: string;
}

/** What a machine shows to get a token. The secret itself is nowhere but with the machine. */
export interface ApiKey {
  readonly keyId: string;
  readonly name: string;
  readonly role: Role;
  /** For all of them without one. */
  readonly services?: readonly Service[];
  /** SHA-256 of the secret, as base64url. */
  readonly secretHash: string;
  readonly madeAt: Date;
  readonly madeBy: Person;
  /** Good for ever without one. */
  readonly expiresAt?: Date;
  /** The last day on which it got a token: 2026-11-22. */
  readonly lastUsedOn?: string;
  readonly revokedAt?: Date;
}

export type KeyState = 'usable' | 'expired' | 'revoked';

/** A revoked key stays revoked, whatever else becomes of it. */
export const keyState = ({ revokedAt, expiresAt }: ApiKey, now: Date): KeyState => {
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt !== undefined && expiresAt.getTime() <= now.getTime() ? 'expired' : 'usable';
};

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Whether its first use of a day is to be written down: once a day is enough to see what is used. */
export const isFirstUseOf = (now: Date, { lastUsedOn }: ApiKey): boolean =>
  lastUsedOn === undefined || lastUsedOn < dayOf(now);
