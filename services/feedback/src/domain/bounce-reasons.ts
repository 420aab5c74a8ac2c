import { has } from './bitmap.ts';
import { type BounceCategory, bounceCategories, bounces, isBounceKind } from './bounce.ts';
import type { BlockOutcomes } from './tally.ts';

/** Why the mail of somebody came back: every reason, for it may have come back for now and later for good. */
export const bounceReasonsAt = (block: readonly BlockOutcomes[], position: number): readonly BounceCategory[] => {
  const met = new Set(
    block.flatMap(({ kind, bitmap }) => (isBounceKind(kind) && has(bitmap, position) ? [bounces[kind].category] : [])),
  );
  return bounceCategories.filter((category) => met.has(category));
};
