import fc from 'fast-check';

import { emptyBitmap, has, including, positionsIn, size, union } from './bitmap.ts';

const positions = fc.uniqueArray(fc.nat(6_999));
const ascending = (a: number, b: number) => a - b;

describe('a bitmap', () => {
  it('holds exactly what was put into it, in order', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const bitmap = including(emptyBitmap, given);

        expect([...positionsIn(bitmap)]).toEqual(given.toSorted(ascending));
        expect(size(bitmap)).toBe(given.length);
        expect(given.every((position) => has(bitmap, position))).toBe(true);
      }),
    );
  });

  it('is the same in whatever order and however often positions are put in', () => {
    fc.assert(
      fc.property(positions, positions, (some, others) => {
        const there = including(including(emptyBitmap, some), others);
        const back = including(including(including(emptyBitmap, others), some), others);

        expect([...positionsIn(there)]).toEqual([...positionsIn(back)]);
      }),
    );
  });

  it('counts a position once in a union', () => {
    fc.assert(
      fc.property(positions, positions, (some, others) => {
        const joined = union([including(emptyBitmap, some), including(emptyBitmap, others)]);

        expect(size(joined)).toBe(new Set([...some, ...others]).size);
      }),
    );
  });

  it('leaves alone the bitmap that it grew from', () => {
    const first = including(emptyBitmap, [3]);

    including(first, [4]);

    expect([...positionsIn(first)]).toEqual([3]);
  });

  it('is empty without positions', () => {
    expect(size(union([]))).toBe(0);
    expect(including(emptyBitmap, [])).toHaveLength(0);
    expect(has(emptyBitmap, 12)).toBe(false);
  });
});
