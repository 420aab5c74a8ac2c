import { positionsIn } from '../domain/bitmap.ts';
import { bitmapsOf, engagementMarkOf, isWorthFolding } from '../domain/engagement.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { FoldOutcomes } from './fold-outcomes.ts';
import type { FoldEvents, Unfolded } from './fold-sending.ts';
import { inParallel } from './in-parallel.ts';
import type { EngagementJournal, Outcomes } from './ports.ts';

interface Parts {
  readonly journal: EngagementJournal;
  readonly outcomes: Pick<Outcomes, 'add'>;
  /** For whatever else comes this way. */
  readonly foldOutcomes: FoldOutcomes;
}

/** Bitmaps written at a time: enough to hide the latency of writing, few enough for one Lambda's sockets. */
const AT_ONCE = 25;

/**
 * Notes opens and clicks in the journal of their run, and folds the journal when that pays. Nothing is concluded from their absence, so
 * nobody watches how they come.
 *
 * An event is safe once it is noted. What goes wrong with folding is made good by the batch after it.
 */
export const makeFoldEngagement =
  (parts: Parts): FoldEvents =>
  async ({ outcomes: happened }) => {
    const engaged = happened.filter((outcome) => engagementMarkOf(outcome) !== undefined);
    const others = happened.filter((outcome) => engagementMarkOf(outcome) === undefined);
    const runs = [...Map.groupBy(engaged, ({ runId }) => runId)];

    const unnoted = await inParallel(runs, AT_ONCE, ([runId, events]) => noteAndFold(parts, runId, events));
    const unfolded = await parts.foldOutcomes(others);
    return [...unnoted.flat(), ...unfolded.map((each) => ({ events: each.happened, error: each.error }))];
  };

const noteAndFold = async (parts: Parts, runId: string, events: readonly Outcome[]): Promise<readonly Unfolded[]> => {
  try {
    await parts.journal.note(
      runId,
      events.flatMap((event) => engagementMarkOf(event) ?? []),
    );
  } catch (error) {
    return [{ events, error }];
  }
  try {
    await foldJournal(parts, runId);
    return [];
  } catch (error) {
    return [{ events: [], error }];
  }
};

/**
 * Entries are forgotten after all bitmaps have been written. Whoever dies before that leaves entries that are folded again, which
 * changes nothing; an entry that is noted again meanwhile has the same content, and so is in the bitmaps too.
 */
const foldJournal = async ({ journal, outcomes }: Parts, runId: string): Promise<void> => {
  const entries = await journal.of(runId);
  const marks = entries.flatMap((entry) => entry.marks);
  if (!isWorthFolding(marks)) return;

  await inParallel(bitmapsOf(marks), AT_ONCE, ({ kind, block, bitmap }) =>
    outcomes.add({ runId, kind, block, positions: [...positionsIn(bitmap)] }),
  );
  await journal.forget(runId, entries);
};
