import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { ContactIds } from './contact-ids.ts';

const idOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

it('knows an id from its first time on, whatever its bytes are', () => {
  const byte = fc.constantFrom(0, 1, 127, 128, 255);
  const ids = fc.array(
    fc.uint8Array({ minLength: 16, maxLength: 16 }).chain((some) => fc.tuple(fc.constant(some), byte)),
  );

  fc.assert(
    fc.property(ids, (drawn) => {
      const set = new ContactIds();
      const names = drawn.flatMap(([bytes, last]) => {
        const other = Uint8Array.from(bytes).fill(last, 15);
        return [idOf(bytes), idOf(other), idOf(bytes)];
      });

      const answers = names.map((name) => set.add(name));

      expect(answers).toEqual(names.map((name, n) => names.indexOf(name) === n));
      expect(set.size).toBe(new Set(names).size);
    }),
  );
});

it('knows ids that differ in any one bit apart', () => {
  const set = new ContactIds();
  const ids = Array.from({ length: 128 }, (_, bit) => {
    const bytes = new Uint8Array(16);
    bytes[bit >> 3] = 1 << (bit & 7);
    return idOf(bytes);
  });

  const answers = [idOf(new Uint8Array(16)), ...ids, ...ids].map((id) => set.add(id));

  expect(answers.filter(Boolean)).toHaveLength(129);
});

it('keeps knowing them as it grows', () => {
  const set = new ContactIds();
  const ids = Array.from({ length: 100_000 }, () => randomBytes(16).toString('base64url'));

  const added = ids.filter((id) => set.add(id)).length;
  const addedAgain = ids.filter((id) => set.add(id)).length;

  expect([added, addedAgain, set.size]).toEqual([100_000, 0, 100_000]);
});
