import fc from 'fast-check';

import { bitmapOf } from './bitmap.ts';
import { type ChunkState, untouchedChunk } from './chunk-state.ts';
import { reportOf, shardsOf } from './wave.ts';

const FATES = ['pending', 'accepted', 'refused', 'suppressed', 'unknown', 'left'] as const;
const REASONS = [undefined, 'chunk_missing', 'chunk_changed', 'row_malformed'] as const;

/** A closed chunk in which anything may have become of anybody. */
const closedChunk: fc.Arbitrary<ChunkState> = fc
  .tuple(fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 12 }), fc.constantFrom(...REASONS))
  .map(([fates, unreadable]) => {
    const those = (wanted: (typeof FATES)[number]) =>
      bitmapOf(
        fates.length,
        fates.flatMap((fate, offset) => (fate === wanted ? [offset] : [])),
      );
    return {
      ...untouchedChunk(fates.length, 'c'),
      accepted: those('accepted'),
      refused: those('refused'),
      suppressed: those('suppressed'),
      unknown: those('unknown'),
      left: those('left'),
      unreadable,
    };
  });

const report = (chunks: readonly ChunkState[]) => {
  const untouched = new Map(chunks.map(({ size }, chunk) => [chunk, untouchedChunk(size, 'c')]));
  const baselines = shardsOf(untouched).map(({ baseline }) => baseline);
  return reportOf(baselines, new Map(chunks.map((state, chunk) => [chunk, state])));
};

const wave = fc.array(closedChunk, { minLength: 1, maxLength: 6 });

describe('the report of a wave', () => {
  it('adds up to its recipients, whatever became of them', () => {
    fc.assert(
      fc.property(wave, (chunks) => {
        const { recipients, accepted, refused, suppressed, left, pending, unsettled, unreadable } = report(chunks);
        const unread = unreadable.reduce((sum, those) => sum + those.recipients, 0);

        expect(accepted + refused + suppressed + left + pending + unsettled + unread).toBe(recipients);
      }),
    );
  });

  it('names a chunk with open recipients once as pending or unreadable, and in doubt if only doubt keeps it open besides', () => {
    fc.assert(
      fc.property(wave, (chunks) => {
        const { chunksWithPending, chunksWithDoubt, unreadable } = report(chunks);
        const unread = unreadable.flatMap((those) => those.chunks);

        for (const [chunk, state] of chunks.entries()) {
          const one = report([state]);
          const isOpen = one.pending > 0 || one.unreadable.length > 0;
          expect(chunksWithPending.includes(chunk)).toBe(one.pending > 0);
          expect(unread.includes(chunk)).toBe(isOpen && state.unreadable !== undefined);
          expect(chunksWithDoubt.includes(chunk)).toBe(one.unsettled > 0 && one.pending === 0);
        }
      }),
    );
  });

  it('gathers unreadable chunks by their reason', () => {
    const missing = { ...untouchedChunk(3, 'c'), unreadable: 'chunk_missing' } as const;
    const torn = { ...untouchedChunk(2, 'c'), accepted: bitmapOf(2, [0]), unreadable: 'row_malformed' } as const;

    expect(report([missing, torn, missing]).unreadable).toEqual([
      { reason: 'chunk_missing', recipients: 6, chunks: [0, 2] },
      { reason: 'row_malformed', recipients: 1, chunks: [1] },
    ]);
  });
});
