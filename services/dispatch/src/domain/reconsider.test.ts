import fc from 'fast-check';

import { type Bitmap, bitmapOf, common, countOf, isEmpty, without } from './bitmap.ts';
import { type ChunkState, countsOf, untouchedChunk } from './chunk-state.ts';
import { type Reconsidered, reconsider } from './reconsider.ts';
import { reportOf, shardsOf } from './wave.ts';
import { isPartition } from './work-on-chunk.ts';

const FATES = ['pending', 'accepted', 'refused', 'suppressed', 'unknown', 'left'] as const;

const chunk: fc.Arbitrary<ChunkState> = fc
  .tuple(fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 24 }), fc.integer({ min: 0, max: 3 }))
  .map(([fates, wave]) => {
    const those = (wanted: (typeof FATES)[number]): Bitmap =>
      bitmapOf(
        fates.length,
        fates.flatMap((fate, offset) => (fate === wanted ? [offset] : [])),
      );
    const { accepted, refused, suppressed, unknown, left } = {
      accepted: those('accepted'),
      refused: those('refused'),
      suppressed: those('suppressed'),
      unknown: those('unknown'),
      left: those('left'),
    };
    return { ...untouchedChunk(fates.length, 'c'), accepted, refused, suppressed, unknown, left, wave, shutWave: wave };
  });
const asked = fc.subarray<Reconsidered>(['left', 'refused', 'suppressed']);
const seen = fc.array(fc.nat(23));

describe('reconsidering', () => {
  it('moves only those who were asked for, and nobody out of what is known or open', () => {
    fc.assert(
      fc.property(chunk, asked, seen, (before, those, offsets) => {
        const after = reconsider(before, { wave: 4, reconsider: those }, bitmapOf(before.size, offsets));
        const gained = without(after.accepted, before.accepted);

        expect(isPartition(after)).toBe(true);
        expect(isEmpty(without(before.accepted, after.accepted))).toBe(true);
        expect([after.unknown, after.claimed]).toEqual([before.unknown, before.claimed]);
        expect(after.suppressed).toEqual(those.includes('suppressed') ? bitmapOf(before.size, []) : before.suppressed);
        expect(after.left).toEqual(those.includes('left') ? bitmapOf(before.size, []) : before.left);
        expect(after.refused).toEqual(those.includes('refused') ? bitmapOf(before.size, []) : before.refused);
        expect(isEmpty(without(gained, common(before.left, bitmapOf(before.size, offsets))))).toBe(true);
      }),
    );
  });

  it('happens once in a wave, and never for a wave that is over', () => {
    fc.assert(
      fc.property(chunk, asked, fc.integer({ min: 1, max: 4 }), (before, those, wave) => {
        const after = reconsider(before, { wave, reconsider: those });
        const inWave = { ...after, wave: Math.max(before.wave, wave) };

        expect(before.wave < wave || after === before).toBe(true);
        expect(reconsider(inWave, { wave, reconsider: those })).toBe(inWave);
      }),
    );
  });

  it('is told by the report of the wave, whose parts add up whatever became of them', () => {
    fc.assert(
      fc.property(chunk, asked, seen, (before, those, offsets) => {
        const shards = shardsOf(new Map([[0, before]]), those);
        const after = reconsider(before, { wave: 4, reconsider: those }, bitmapOf(before.size, offsets));
        const report = reportOf(
          shards.map(({ baseline }) => baseline),
          new Map([[0, after]]),
        );
        const { recipients, accepted, refused, suppressed, left, pending, unsettled } = report;
        const moved = report.reconsidered ?? { left: 0, refused: 0, suppressed: 0 };

        expect(accepted + refused + suppressed + left + pending + unsettled).toBe(recipients);
        expect(Math.min(accepted, refused, suppressed, left)).toBeGreaterThanOrEqual(0);
        expect(moved.left).toBe(those.includes('left') ? countOf(before.left) : 0);
        expect(moved.refused).toBe(those.includes('refused') ? countsOf(before).refused : 0);
        expect(moved.suppressed).toBe(those.includes('suppressed') ? countsOf(before).suppressed : 0);
      }),
    );
  });
});
