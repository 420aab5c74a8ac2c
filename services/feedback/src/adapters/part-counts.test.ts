import fc from 'fast-check';

import { FIRST_IMPORT, MOST_DOMAINS } from '../domain/part.ts';
import { countingAlso, packCounts, unpackCounts } from './part-counts.ts';

const counts = fc
  .array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 7_000 })), { maxLength: 250 })
  .map((entries) => new Map(entries));

it('packs the counts of parts, and loses nothing', () => {
  fc.assert(
    fc.property(counts, (some) => {
      expect(unpackCounts(packCounts(some))).toEqual(new Map([...some].sort(([a], [b]) => a - b)));
    }),
  );
});

it('takes a byte for most parts of a block, so that it and its bitmap cost one write unit', () => {
  const large = [2_000, 1_500, 900, 600, 400, 300, 200, 150, 100, 80];
  const domains = Array.from({ length: MOST_DOMAINS }, (_, n) => [n, large[n] ?? 10] as const);

  const packed = packCounts(new Map([...domains, [FIRST_IMPORT, 4_000], [FIRST_IMPORT + 1, 3_000]]));

  expect(packed.length).toBeLessThanOrEqual(72);
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
