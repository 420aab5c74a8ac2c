import { InMemorySigningKeys, ReadableSigner } from '../../testing/in-memory-access.ts';
import { makeKeyRing } from './key-ring.ts';

const BEGIN = Date.UTC(2026, 10, 22);
const DAY_MS = 86_400_000;

const setUp = () => {
  const keys = new InMemorySigningKeys();
  const signer = new ReadableSigner();
  let now = BEGIN;
  const clock = { now: () => new Date(now) };
  return {
    keys,
    signer,
    clock,
    ring: makeKeyRing({ keys, signer, clock }),
    on: (day: number) => {
      now = BEGIN + day * DAY_MS;
    },
  };
};
const kidsOf = (keys: readonly { readonly kid: string }[]) => keys.map(({ kid }) => kid);

it('publishes the key that it signs with, from the first question on', async () => {
  const { ring } = setUp();

  expect(kidsOf(await ring.published())).toEqual(['kid-1']);
  expect((await ring.inUse()).kid).toBe('kid-1');
});

it('makes another key after ninety days, signs with it a day later, and removes the old one with the next', async () => {
  const { ring, keys, on } = setUp();
  await ring.inUse();

  on(90);
  const made = [kidsOf(await ring.published()), (await ring.inUse()).kid];
  on(91);
  const used = [kidsOf(await ring.published()), (await ring.inUse()).kid];
  on(92);
  const later = [kidsOf(await ring.published()), (await ring.inUse()).kid];
  on(182);
  await ring.published();

  expect(made).toEqual([['kid-1', 'kid-2'], 'kid-1']);
  expect(used).toEqual([['kid-1', 'kid-2'], 'kid-2']);
  expect(later).toEqual([['kid-2'], 'kid-2']);
  expect(kidsOf(await keys.all())).toEqual(['kid-2', 'kid-3']);
});

it('takes the key that somebody else made first', async () => {
  const { keys, signer, clock } = setUp();
  const others = makeKeyRing({ keys, signer, clock });
  const theirs = {
    publicOf: signer.publicOf.bind(signer),
    makeKey: async () => {
      await others.inUse();
      return signer.makeKey();
    },
  };

  const late = makeKeyRing({ keys, signer: theirs, clock });

  expect((await late.inUse()).kid).toBe((await others.inUse()).kid);
});
