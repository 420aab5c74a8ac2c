import fc from 'fast-check';

import {
  bitmapOf,
  common,
  complement,
  countOf,
  emptyBitmap,
  hasOffset,
  isEmpty,
  offsetsOf,
  union,
  without,
} from './bitmap.ts';

const SIZE = 1_000;
const offsets = fc.uniqueArray(fc.nat(SIZE - 1)).map((list) => list.toSorted((a, b) => a - b));

describe('a bitmap is a set of offsets', () => {
  it('gives back what it was made of', () => {
    fc.assert(
      fc.property(offsets, (list) => {
        expect(offsetsOf(bitmapOf(SIZE, list))).toEqual(list);
      }),
    );
  });

  it('counts, joins, cuts and takes away as sets do', () => {
    fc.assert(
      fc.property(offsets, offsets, (a, b) => {
        const [x, y] = [bitmapOf(SIZE, a), bitmapOf(SIZE, b)];

        expect(new Set(offsetsOf(union(x, y)))).toEqual(new Set([...a, ...b]));
        expect(offsetsOf(common(x, y))).toEqual(a.filter((offset) => b.includes(offset)));
        expect(offsetsOf(without(x, y))).toEqual(a.filter((offset) => !b.includes(offset)));
        expect(countOf(x)).toBe(a.length);
      }),
    );
  });

  it('complements within its size, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: SIZE }), offsets, (size, list) => {
        const inside = list.filter((offset) => offset < size);
        const rest = complement(bitmapOf(size, inside), size);

        expect(countOf(rest)).toBe(size - inside.length);
        expect(isEmpty(common(rest, bitmapOf(size, inside)))).toBe(true);
      }),
    );
  });

  it('knows its members', () => {
    const bitmap = bitmapOf(SIZE, [0, 7, 8, 999]);

    expect([0, 7, 8, 999].every((offset) => hasOffset(bitmap, offset))).toBe(true);
    expect([1, 9, 998].some((offset) => hasOffset(bitmap, offset))).toBe(false);
  });

  it('lists no more than asked', () => {
    expect(offsetsOf(bitmapOf(SIZE, [3, 5, 900]), 2)).toEqual([3, 5]);
  });

  it('ignores offsets outside', () => {
    expect(bitmapOf(10, [-1, 10, 500])).toEqual(emptyBitmap(10));
  });

  it('takes 125 bytes for a thousand', () => {
    expect(emptyBitmap(SIZE)).toHaveLength(125);
  });
});
