import { finishedKeys, keyInUse, nextKeyDue, publishedKeys } from '../../domain/access/signing-keys.ts';
import type { Clock } from '../ports.ts';
import type { PublicKey, Signer, SigningKey, SigningKeys } from './ports.ts';

/** A function that is called all day need not read the keys for every token. */
const KEEPS_MS = 5 * 60_000;

interface Parts {
  readonly keys: SigningKeys;
  readonly signer: Pick<Signer, 'makeKey' | 'publicOf'>;
  readonly clock: Clock;
}

export interface KeyRing {
  /** The key to sign with now. */
  inUse(): Promise<SigningKey>;
  /** What tokens may be verified with now; never empty. */
  published(): Promise<readonly PublicKey[]>;
}

/** The keys that tokens are signed with. Whoever needs them makes the next one when it is due, and removes those that are finished. */
export const makeKeyRing = ({ keys, signer, clock }: Parts): KeyRing => {
  let known: { readonly all: readonly SigningKey[]; readonly until: number } | undefined;

  const read = async (): Promise<readonly SigningKey[]> => {
    const now = clock.now();
    const stored = await keys.all();
    const due = nextKeyDue(stored, now);
    if (due === undefined) return stored;
    await keys.add({ ...(await signer.makeKey()), number: due, madeAt: now });
    await keys.remove(finishedKeys(stored, now));
    // Somebody else may have been first: then theirs is the key.
    return keys.all();
  };

  const all = async (): Promise<readonly SigningKey[]> => {
    const now = clock.now().getTime();
    if (known === undefined || known.until <= now) known = { all: await read(), until: now + KEEPS_MS };
    return known.all;
  };

  return {
    inUse: async () => {
      const key = keyInUse(await all(), clock.now());
      if (key === undefined) throw new Error('there is no signing key, though one was just made');
      return key;
    },
    published: async () => publishedKeys(await all(), clock.now()).map((key) => signer.publicOf(key)),
  };
};
