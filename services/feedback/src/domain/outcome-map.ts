import { type Bitmap, emptyBitmap, has } from './bitmap.ts';
import { blockOf, positionOf } from './block.ts';
import { type BlockOutcomes, joinBlocks, questions } from './tally.ts';

/** Who meets a question of the report, block by block. */
type Blocks = ReadonlyMap<number, Bitmap>;

/** What happened to every recipient of a run: a bit for each question of the report, 15 MB for ten million recipients. */
export type OutcomeMap = readonly Blocks[];

const asked = Object.entries(questions);

/** The questions of the report, in the order in which {@link outcomesIn} answers them. */
export const outcomeNames: readonly string[] = asked.map(([name]) => name);

export const outcomeMapOf = (outcomes: readonly BlockOutcomes[]): OutcomeMap =>
  asked.map(([, kinds]) => new Map(joinBlocks(outcomes, kinds).map(({ block, bitmap }) => [block, bitmap])));

/** Answers the questions for each recipient of a chunk. */
export const outcomesIn = (map: OutcomeMap, chunk: number): ((offset: number) => readonly boolean[]) => {
  const bitmaps = map.map((blocks) => blocks.get(blockOf(chunk)) ?? emptyBitmap);
  const start = positionOf({ chunk, offset: 0 });
  return (offset) => bitmaps.map((bitmap) => has(bitmap, start + offset));
};
