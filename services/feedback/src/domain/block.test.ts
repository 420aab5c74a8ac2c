import fc from 'fast-check';

import { emptyBitmap, has, including, positionsIn } from './bitmap.ts';
import { BLOCK_BYTES, blockOf, partOfChunk, placeAt, positionOf } from './block.ts';

describe('a block', () => {
  it('gives every recipient a bit of its own, and finds the recipient of the bit', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(999), (chunk, offset) => {
        const position = positionOf({ chunk, offset });

        expect(placeAt(blockOf(chunk), position)).toEqual({ chunk, offset });
        expect(position).toBeLessThan(BLOCK_BYTES * 8);
      }),
    );
  });

  it('has a part for each chunk, with the bit of every offset in its place and nobody else’s', () => {
    const place = fc.record({ chunk: fc.integer({ min: 7, max: 13 }), offset: fc.nat(999) });
    fc.assert(
      fc.property(fc.array(place), fc.integer({ min: 7, max: 13 }), (places, chunk) => {
        const part = partOfChunk(including(emptyBitmap, places.map(positionOf)), chunk);

        const offsets = places.filter((each) => each.chunk === chunk).map(({ offset }) => offset);
        expect(new Set(positionsIn(part))).toEqual(new Set(offsets));
        expect(offsets.every((offset) => has(part, offset))).toBe(true);
      }),
    );
  });
});
