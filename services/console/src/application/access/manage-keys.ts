import { type ApiKey, keyState, type Person } from '../../domain/access/api-key.ts';
import type { Role } from '../../domain/access/role.ts';
import type { Service } from '../../domain/access/service.ts';
import type { Clock } from '../ports.ts';
import type { ApiKeys, Secrets } from './ports.ts';

/** Nobody can tell what more of them are for. */
export const MOST_USABLE_KEYS = 100;

interface Wish {
  readonly name: string;
  readonly role: Role;
  /** For all of them without one. */
  readonly services?: readonly Service[] | undefined;
  readonly expiresAt: Date | undefined;
  readonly madeBy: Person;
}

type Made =
  | { readonly kind: 'made'; readonly key: ApiKey; readonly secret: string }
  | { readonly kind: 'expires_before_now' }
  | { readonly kind: 'too_many' };

interface Parts {
  readonly keys: ApiKeys;
  readonly secrets: Pick<Secrets, 'make'>;
  readonly clock: Clock;
}

/** Makes an API key. Its secret is told this once: only its hash is kept. */
export const makeMakeKey =
  ({ keys, secrets, clock }: Parts) =>
  async ({ expiresAt, services, ...wish }: Wish): Promise<Made> => {
    const now = clock.now();
    if (expiresAt !== undefined && expiresAt.getTime() <= now.getTime()) return { kind: 'expires_before_now' };
    const usable = (await keys.all()).filter((key) => keyState(key, now) === 'usable');
    if (usable.length >= MOST_USABLE_KEYS) return { kind: 'too_many' };

    const { keyId, secret, hash } = secrets.make();
    const limits = { ...(services && { services }), ...(expiresAt && { expiresAt }) };
    const key: ApiKey = { ...wish, keyId, secretHash: hash, madeAt: now, ...limits };
    await keys.add(key);
    return { kind: 'made', key, secret };
  };

/** Revokes an API key; `false` where there is none. Again is no harm. */
export const makeRevokeKey =
  ({ keys, clock }: Pick<Parts, 'keys' | 'clock'>) =>
  (keyId: string): Promise<boolean> =>
    keys.revoke(keyId, clock.now());

export type MakeKey = ReturnType<typeof makeMakeKey>;
export type RevokeKey = ReturnType<typeof makeRevokeKey>;
