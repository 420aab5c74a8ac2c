import type { Part } from '../domain/part.ts';
import { type FiguresByPart, figuresBy, partQuestions } from '../domain/part-figures.ts';
import type { BlockOutcomes } from '../domain/tally.ts';
import type { Clock, Outcomes, RunParts, Runs } from './ports.ts';

/** The figures of a run by domain or by import; undefined if nobody has told us anything of it. */
export type ReadParts = (runId: string, by: Part['by']) => Promise<FiguresByPart | undefined>;

interface Parts {
  readonly outcomes: Pick<Outcomes, 'ofKind'>;
  readonly runParts: Pick<RunParts, 'of'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly clock: Clock;
}

/** How old an answer may be: of ten million recipients ten thousand bitmaps are read for it. */
const FRESH_MS = 5_000;
const KEPT = 50;

/** Sums the counts of parts over the bitmaps of a run; remembers the sums for a moment. */
export const makeReadParts = (given: Parts): ReadParts => {
  const recent = new Map<string, { readonly readAt: number; readonly figures: FiguresByPart | undefined }>();

  return async (runId, by) => {
    const now = given.clock.now().getTime();
    const known = recent.get(`${by} ${runId}`);
    if (known !== undefined && now - known.readAt < FRESH_MS) return known.figures;

    const figures = await read(given, runId, by);
    if (recent.size >= KEPT) recent.clear();
    recent.set(`${by} ${runId}`, { readAt: now, figures });
    return figures;
  };
};

/** The numbers of parts are read last: whatever is counted by then has one. */
const read = async ({ outcomes, runParts, runs }: Parts, runId: string, by: Part['by']) => {
  const kinds = Object.values(partQuestions).flat();
  const bitmaps: readonly BlockOutcomes[] = (
    await Promise.all(kinds.map((kind) => outcomes.ofKind(runId, kind, 0)))
  ).flat();
  if (bitmaps.length === 0 && (await runs.find(runId)) === undefined) return undefined;
  return figuresBy(by, await runParts.of(runId), bitmaps);
};
