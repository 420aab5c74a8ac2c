import fc from 'fast-check';

import { BLOCK_BYTES } from '../domain/block.ts';
import { grids } from '../domain/time-cells.ts';
import { packCells, unpackCells } from './cell-counts.ts';
import { outcomeSk, runPk } from './keys.ts';

const at = (instant: string): number => Date.parse(instant) / 60_000;

describe('packed counts of times', () => {
  it('are unpacked as they were, in the order of time, for thirty years', () => {
    const cell = fc
      .record({
        start: fc.integer({ min: at('2020-02-01T00:00Z'), max: at('2050-01-01T00:00Z') }),
        minutes: fc.constantFrom(...grids),
        count: fc.integer({ min: 1, max: 7_000 }),
      })
      .map(({ start, minutes, count }) => ({ start: start - (start % minutes), minutes, count }));
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ start, minutes }) => `${start}/${minutes}` }), (cells) => {
        const packed = packCells(cells);

        expect(new Set(unpackCells(packed))).toEqual(new Set(cells));
        expect(packCells(cells.toReversed())).toEqual(packed);
      }),
    );
  });

  it('leave a bitmap of sends that went out within a quarter of an hour in one write unit', () => {
    const cells = Array.from({ length: 15 }, (_, n) => ({
      start: at('2026-11-22T10:00Z') + n,
      minutes: 1,
      count: 466,
    }));
    const names = ['pk', 'sk', 'bits', 'rev', 'at'].join('').length;
    const key = runPk(`run_${'0'.repeat(32)}`).length + outcomeSk('sent', 14_285).length;
    const longestNumber = 4;

    expect(names + key + BLOCK_BYTES + longestNumber + packCells(cells).length).toBeLessThanOrEqual(1_024);
  });

  it.each(['1970-01-01T00:00Z', '2099-01-01T00:00Z'])('lose nobody because of a clock that says %s', (instant) => {
    const [cell] = unpackCells(packCells([{ start: at(instant), minutes: 1, count: 3 }]));

    expect(cell?.count).toBe(3);
  });

  it('are none where none were kept', () => {
    expect(unpackCells(undefined)).toEqual([]);
  });
});
