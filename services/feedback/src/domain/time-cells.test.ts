import fc from 'fast-check';

import { type CountedCell, countingTimes, grids, seriesOf } from './time-cells.ts';

const START = 29_600_000;
const WEEKS = 6 * 7 * 24 * 60;
const minute = fc.integer({ min: START, max: START + WEEKS });
const bitmapOf = (batches: readonly (readonly number[])[]) =>
  batches.reduce<readonly CountedCell[]>((counted, batch) => countingTimes(counted, batch), []);
const sum = (cells: readonly CountedCell[]) => cells.reduce((all, { count }) => all + count, 0);

describe('counted times', () => {
  it('are kept by the minute at first, and less exactly the later they are', () => {
    const after = [0, 1, 1, 30, 200, 24 * 60, 4 * 24 * 60, 30 * 24 * 60];

    const cells = countingTimes(
      [],
      after.map((minutes) => START + minutes),
    );

    expect(cells.map(({ minutes, count }) => [minutes, count])).toEqual([
      [1, 1],
      [1, 2],
      [10, 1],
      [60, 1],
      [720, 1],
      [1_440, 1],
      [10_080, 1],
    ]);
  });

  it('count everybody once, in few cells, in whatever batches they come', () => {
    fc.assert(
      fc.property(fc.array(fc.array(minute, { maxLength: 50 }), { minLength: 1, maxLength: 40 }), (batches) => {
        const inOrder = batches.flat().sort((a, b) => a - b);

        expect(sum(bitmapOf(batches))).toBe(inOrder.length);
        expect(countingTimes([], inOrder).length).toBeLessThan(45);
      }),
    );
  });

  it('are one series of cells that do not overlap, none finer than was asked, and nobody is lost', () => {
    const bitmaps = fc.array(fc.array(fc.array(minute, { minLength: 1, maxLength: 9 }), { maxLength: 4 }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(bitmaps, fc.constantFrom(...grids), (all, finest) => {
        const series = seriesOf(
          all.flatMap((batches) => bitmapOf(batches)),
          finest,
        );

        const overlaps = series.filter(({ start }, n) => {
          const before = series[n - 1];
          return before !== undefined && before.start + before.minutes > start;
        });
        expect(overlaps).toEqual([]);
        expect(series.every(({ minutes }) => minutes >= finest)).toBe(true);
        expect(sum(series)).toBe(all.flat(2).length);
      }),
    );
  });
});
