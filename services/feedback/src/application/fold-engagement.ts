import { positionsIn } from '../domain/bitmap.ts';
import { bitmapsOf, engagementMarkOf, isWorthFolding } from '../domain/engagement.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { FoldOutcomes } from './fold-outcomes.ts';
import type { FoldEvents, Unfolded } from './fold-sending.ts';
import { inParallel } from './in-parallel.ts';
import type { EngagementJournal, JournalEntry, Outcomes } from './ports.ts';
import type { TellEngagement } from './tell-engagement.ts';

interface Parts {
  readonly journal: EngagementJournal;
  readonly outcomes: Pick<Outcomes, 'add'>;
  readonly tellEngagement: TellEngagement;
  /** For whatever else comes this way. */
  readonly foldOutcomes: FoldOutcomes;
}

/** Bitmaps written at a time: enough to hide the latency of writing, few enough for one Lambda's sockets. */
const AT_ONCE = 25;

/**
 * Notes opens and clicks in the journal of their run, and folds the journal when that pays. Nothing is concluded from their absence, so
 * nobody watches how they come.
 *
 * An event is safe once it is noted and told. What goes wrong with folding is made good by the batch after it.
 */
export const makeFoldEngagement =
  (parts: Parts): FoldEvents =>
  async ({ outcomes: happened }) => {
    const engaged = happened.filter((outcome) => engagementMarkOf(outcome) !== undefined);
    const others = happened.filter((outcome) => engagementMarkOf(outcome) === undefined);
    const runs = [...Map.groupBy(engaged, ({ runId }) => runId)];

    const unnoted = await inParallel(runs, AT_ONCE, ([runId, events]) => noteAndFold(parts, runId, events));
    const untold = await tell(parts, engaged, unnoted.flat());
    const unfolded = await parts.foldOutcomes(others);
    return [...unnoted.flat(), ...untold, ...unfolded.map((each) => ({ events: each.happened, error: each.error }))];
  };

/** Tells others of what is noted; what is not will come again. */
const tell = async (
  { tellEngagement }: Parts,
  engaged: readonly Outcome[],
  unnoted: readonly Unfolded[],
): Promise<readonly Unfolded[]> => {
  const again = new Set(unnoted.flatMap(({ events }) => events));
  const noted = engaged.filter((event) => !again.has(event));
  try {
    await tellEngagement(noted);
    return [];
  } catch (error) {
    return [{ events: noted, error }];
  }
};

const noteAndFold = async (parts: Parts, runId: string, events: readonly Outcome[]): Promise<readonly Unfolded[]> => {
  const marks = events.flatMap((event) => engagementMarkOf(event) ?? []);
  try {
    await parts.journal.note(runId, marks);
  } catch (error) {
    return [{ events, error }];
  }
  try {
    await foldJournal(parts, runId, marks[0]?.position ?? 0);
    return [];
  } catch (error) {
    return [{ events: [], error }];
  }
};

/**
 * Entries are forgotten after all bitmaps have been written. Whoever dies before that leaves entries that are folded again, which
 * changes nothing; an entry that is noted again meanwhile has the same content, and so is in the bitmaps too.
 */
const foldJournal = async ({ journal, outcomes }: Parts, runId: string, place: number): Promise<void> => {
  const entries = dueOf(await journal.of(runId));
  const bitmaps = beginningAt(place, bitmapsOf(entries.flatMap(({ marks }) => marks)));

  await inParallel(bitmaps, AT_ONCE, ({ kind, block, bitmap }) =>
    outcomes.add({ runId, kind, block, positions: [...positionsIn(bitmap)] }),
  );
  await journal.forget(runId, entries);
};

/** Two who fold the same at once begin at different places: so they write side by side, and find the other's half written. */
const beginningAt = <Thing>(place: number, things: readonly Thing[]): readonly Thing[] => {
  const start = place % Math.max(1, things.length);
  return [...things.slice(start), ...things.slice(0, start)];
};

/** The entries of the fullest part that is worth folding: one part is work enough for one function, and batches come all the time. */
const dueOf = (entries: readonly JournalEntry[]): readonly JournalEntry[] => {
  const parts = [...Map.groupBy(entries, ({ part }) => part).values()].map((same) => ({
    same,
    marks: same.flatMap(({ marks }) => marks),
  }));
  const due = parts.filter(({ marks }) => isWorthFolding(marks)).sort((a, b) => b.marks.length - a.marks.length);
  return due[0]?.same ?? [];
};
