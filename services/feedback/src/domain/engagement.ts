import { emptyBitmap, including } from './bitmap.ts';
import { blockOf, positionOf } from './block.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';
import type { BlockOutcomes } from './tally.ts';

/** What people do with a mail: it comes from all over a run, for days, and nobody is in a hurry for it. */
export const engagementKinds = ['opened', 'clicked'] as const;
export type EngagementKind = (typeof engagementKinds)[number];

/** That somebody has opened or clicked: where the bit is that says so. */
export interface EngagementMark {
  readonly kind: EngagementKind;
  readonly block: number;
  readonly position: number;
}

/**
 * Notes are folded when so many of them come to one bitmap: a bitmap costs a unit to write, however many bits it gets. Until then they
 * are read beside the bitmaps, of which they are a small part.
 */
export const MARKS_PER_BITMAP = 48;

/** A journal is folded in parts of so many blocks, seven million recipients: what one function does in a few seconds. */
export const BLOCKS_PER_PART = 1_024;

export const partOf = ({ block }: EngagementMark): number => Math.floor(block / BLOCKS_PER_PART);

export const isEngagementKind = (kind: OutcomeKind): kind is EngagementKind =>
  engagementKinds.some((known) => known === kind);

/** The mark of an outcome; none if it is not about engagement. */
export const engagementMarkOf = ({ kind, ...recipient }: Outcome): EngagementMark | undefined =>
  isEngagementKind(kind) ? { kind, block: blockOf(recipient.chunk), position: positionOf(recipient) } : undefined;

/** The bitmaps that marks make. */
export const bitmapsOf = (marks: readonly EngagementMark[]): readonly BlockOutcomes[] =>
  [...Map.groupBy(marks, ({ kind, block }) => `${kind}/${block}`).values()].flatMap((same) =>
    same.slice(0, 1).map(({ kind, block }) => ({
      kind,
      block,
      bitmap: including(
        emptyBitmap,
        same.map(({ position }) => position),
      ),
    })),
  );

/** Whether noted marks are so many that folding them pays. */
export const isWorthFolding = (marks: readonly EngagementMark[]): boolean => {
  const bitmaps = new Set(marks.map(({ kind, block }) => `${kind}/${block}`)).size;
  return bitmaps > 0 && marks.length >= bitmaps * MARKS_PER_BITMAP;
};
