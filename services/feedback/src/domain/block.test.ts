import fc from 'fast-check';

import { BLOCK_BYTES, blockOf, placeAt, positionOf } from './block.ts';

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
});
