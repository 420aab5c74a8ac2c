import * as fc from 'fast-check';

import {
  finishedKeys,
  keyInUse,
  nextKeyDue,
  publishedKeys,
  type SigningKeyLife,
  TOKEN_LIFE_MS,
} from './signing-keys.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BEGIN = Date.UTC(2026, 10, 22);
/** API Gateway reads keys again after two hours at the latest. */
const VERIFIER_KEEPS_MS = 2 * HOUR_MS;
/** A function keeps what it has read for five minutes. */
const FUNCTION_KEEPS_MS = 5 * 60_000;

const at = (ms: number): Date => new Date(ms);
const key = (number: number, madeAt: number): SigningKeyLife => ({ number, madeAt: at(madeAt) });

it('makes the first key at once, and another one after ninety days', () => {
  const first = [key(1, BEGIN)];

  expect(nextKeyDue([], at(BEGIN))).toBe(1);
  expect(nextKeyDue(first, at(BEGIN + 90 * DAY_MS - 1))).toBeUndefined();
  expect(nextKeyDue(first, at(BEGIN + 90 * DAY_MS))).toBe(2);
});

it('publishes the next key for a day before it signs, and the last one until its tokens are over', () => {
  const made = BEGIN + 90 * DAY_MS;
  const keys = [key(1, BEGIN), key(2, made)];
  const seen = (ms: number) => ({
    signs: keyInUse(keys, at(ms))?.number,
    published: publishedKeys(keys, at(ms)).map(({ number }) => number),
  });

  expect(seen(made)).toEqual({ signs: 1, published: [1, 2] });
  expect(seen(made + DAY_MS)).toEqual({ signs: 2, published: [1, 2] });
  expect(seen(made + DAY_MS + TOKEN_LIFE_MS)).toEqual({ signs: 2, published: [1, 2] });
  expect(seen(made + DAY_MS + TOKEN_LIFE_MS + HOUR_MS)).toEqual({ signs: 2, published: [2] });
  expect(finishedKeys(keys, at(made + DAY_MS + TOKEN_LIFE_MS + HOUR_MS))).toEqual([keys[0]]);
});

/** The keys of a stage as they are stored: whoever asks makes the next one if it is due, and removes what is finished. */
const stage = () => {
  let keys: readonly SigningKeyLife[] = [];
  return {
    look: (now: number): readonly SigningKeyLife[] => {
      const due = nextKeyDue(keys, at(now));
      if (due !== undefined)
        keys = [...keys, key(due, now)].filter((one) => !finishedKeys(keys, at(now)).includes(one));
      return keys;
    },
  };
};

const moment = fc.record({
  wait: fc.oneof(
    fc.integer({ min: 0, max: 10 * 60_000 }),
    fc.integer({ min: 0, max: 3 * HOUR_MS }),
    fc.integer({ min: 0, max: 100 * DAY_MS }),
  ),
  /** How old what the signing function has read may be, and when, of a token's life, it is verified. */
  staleSigner: fc.integer({ min: 0, max: FUNCTION_KEEPS_MS }),
  verifiedAfter: fc.integer({ min: 0, max: TOKEN_LIFE_MS }),
  staleVerifier: fc.integer({ min: 0, max: VERIFIER_KEEPS_MS }),
});

it('signs nothing that whoever has read the keys within two hours could not verify', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 1, maxLength: 40 }), (moments) => {
      const stored = stage();
      let now = BEGIN;
      let made: readonly SigningKeyLife[] = stored.look(now);
      for (const { wait, staleSigner, verifiedAfter, staleVerifier } of moments) {
        const before = made;
        const readAt = now + wait;
        now = readAt + staleSigner;
        made = stored.look(readAt);

        const signer = keyInUse(made, at(now));
        const verifiedAt = now + verifiedAfter;
        const copiedAt = Math.max(verifiedAt - staleVerifier, BEGIN);
        const copy = publishedKeys(copiedAt < readAt ? before : made, at(copiedAt));
        expect(copy).toContainEqual(signer);
        now = verifiedAt;
      }
    }),
  );
});
