import { dayOf, isFirstUseOf, keyState } from '../../domain/access/api-key.ts';
import { strongestRole } from '../../domain/access/role.ts';
import { TOKEN_LIFE_MS } from '../../domain/access/signing-keys.ts';
import type { Clock } from '../ports.ts';
import type { KeyRing } from './key-ring.ts';
import type { AccessClaims, Secrets, Signer, SignIns, UsedKeys } from './ports.ts';

const LIFE_SECONDS = TOKEN_LIFE_MS / 1_000;

export interface AccessToken {
  readonly token: string;
  readonly expiresIn: number;
}

interface Signing {
  readonly ring: Pick<KeyRing, 'inUse'>;
  readonly signer: Pick<Signer, 'sign'>;
}

const issue = async (claims: AccessClaims, { ring, signer }: Signing): Promise<AccessToken> => ({
  token: await signer.sign(claims, await ring.inUse(), LIFE_SECONDS),
  expiresIn: LIFE_SECONDS,
});

/**
 * Gives a token for an ID token. Somebody without a role gets one, too: every service then tells them which role they lack, and
 * who gives it.
 */
export const makeTokenForPerson =
  ({ signIns, ...signing }: Signing & { readonly signIns: SignIns }) =>
  async (idToken: string): Promise<AccessToken | undefined> => {
    const person = await signIns.verify(idToken);
    if (person === undefined) return undefined;
    const { sub, name, groups } = person;
    return issue({ subject: `person:${sub}`, name, role: strongestRole(groups) }, signing);
  };

interface ForMachines extends Signing {
  readonly keys: UsedKeys;
  readonly secrets: Pick<Secrets, 'matches'>;
  readonly clock: Clock;
}

/** Gives a token for an API key that is usable now. Why another one gets none is nobody's to know. */
export const makeTokenForMachine =
  ({ keys, secrets, clock, ...signing }: ForMachines) =>
  async (keyId: string, secret: string): Promise<AccessToken | undefined> => {
    const key = await keys.find(keyId);
    if (key === undefined || !secrets.matches(secret, key.secretHash)) return undefined;
    const now = clock.now();
    if (keyState(key, now) !== 'usable') return undefined;

    if (isFirstUseOf(now, key)) await keys.markUsed(keyId, dayOf(now));
    const { name, role, services } = key;
    return issue({ subject: `key:${keyId}`, name, role, services }, signing);
  };

export type TokenForPerson = ReturnType<typeof makeTokenForPerson>;
export type TokenForMachine = ReturnType<typeof makeTokenForMachine>;
