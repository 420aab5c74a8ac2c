import { size } from './bitmap.ts';
import { type BounceCategory, bounceCategories, kindsOfCategory } from './bounce.ts';
import { type BlockOutcomes, joinBlocks } from './tally.ts';

/** How many recipients' mails came back for a reason. */
export interface BounceFigure {
  readonly category: BounceCategory;
  readonly recipients: number;
}

/** The reasons why mails came back, the most frequent first. Whose mail came back for two reasons counts in both, and once in each. */
export const bouncesByCategory = (outcomes: readonly BlockOutcomes[]): readonly BounceFigure[] =>
  bounceCategories
    .map((category) => {
      const blocks = joinBlocks(outcomes, kindsOfCategory(category));
      return { category, recipients: blocks.reduce((sum, { bitmap }) => sum + size(bitmap), 0) };
    })
    .filter(({ recipients }) => recipients > 0)
    .toSorted((one, other) => other.recipients - one.recipients);
