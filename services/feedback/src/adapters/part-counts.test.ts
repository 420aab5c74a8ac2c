import fc from 'fast-check';

import { countingAlso, packCounts, unpackCounts } from './part-counts.ts';

const counts = fc
  .array(fc.tuple(fc.nat(249), fc.integer({ min: 1, max: 7_000 })), { maxLength: 250 })
  .map((entries) => new Map(entries));

it('packs the counts of parts, and loses nothing', () => {
  fc.assert(
    fc.property(counts, (some) => {
      expect(unpackCounts(packCounts(some))).toEqual(new Map([...some].sort(([a], [b]) => a - b)));
    }),
  );
});

it('takes three bytes for a part: with thirteen an item at its longest still costs one write unit', () => {
  const packed = packCounts(new Map(Array.from({ length: 13 }, (_, part) => [part, 7_000])));

  expect(packed).toHaveLength(39);
});

it('counts whoever is new, in each of his parts', () => {
  const before = new Map([[0, 5]]);

  const after = countingAlso(
    before,
    [7, 8, 9],
    new Map([
      [7, [0, 200]],
      [8, [1]],
      [99, [0]],
    ]),
  );

  expect(after).toEqual(
    new Map([
      [0, 6],
      [200, 1],
      [1, 1],
    ]),
  );
});
