import fc from 'fast-check';

import { draw, drawBetween } from './draw.ts';

describe('draw', () => {
  it('is between 0 and 1, and the same for the same words', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const drawn = draw(...words);
        expect(drawn).toBe(draw(...words));
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThan(1);
      }),
    );
  });

  it('spreads addresses that differ in a digit evenly', () => {
    const tenths = Array<number>(10).fill(0);

    for (let n = 0; n < 20_000; n += 1) {
      const tenth = Math.floor(draw('seed', 'fate', `reader${n}@example.com`) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }

    expect(Math.min(...tenths)).toBeGreaterThan(1800);
    expect(Math.max(...tenths)).toBeLessThan(2200);
  });

  it('stays inside a range', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.string(), (least, width, word) => {
        const drawn = drawBetween([least, least + width], word);
        expect(drawn).toBeGreaterThanOrEqual(least);
        expect(drawn).toBeLessThanOrEqual(least + width);
      }),
    );
  });
});
