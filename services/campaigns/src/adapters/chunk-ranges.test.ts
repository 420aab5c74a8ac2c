import fc from 'fast-check';

import { fromRanges, toRanges } from './chunk-ranges.ts';

describe('chunk ranges', () => {
  it.each([
    [[], ''],
    [[7], '7'],
    [[0, 1, 2, 3, 4, 7, 9, 10, 11], '0-4,7,9-11'],
  ])('writes %j as "%s"', (chunks, text) => {
    expect(toRanges(chunks)).toBe(text);
  });

  it('reads what it has written, in whatever order it was', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99_999)), (chunks) => {
        expect(fromRanges(toRanges(chunks))).toEqual(chunks);
      }),
    );
  });

  it('writes ten thousand chunks in a row as a few characters', () => {
    expect(toRanges(Array.from({ length: 10_000 }, (_, n) => n))).toBe('0-9999');
  });
});
