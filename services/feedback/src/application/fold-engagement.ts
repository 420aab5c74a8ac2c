import { blockOf } from '../domain/block.ts';
import { engagementMarkOf, isEngagementKind, isWorthFolding, partOf } from '../domain/engagement.ts';
import { markedLinks, markedOutcomes } from '../domain/marked.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { FoldOutcomes } from './fold-outcomes.ts';
import type { FoldEvents, Unfolded } from './fold-sending.ts';
import { inParallel } from './in-parallel.ts';
import type { EngagementJournal, LinkClicks, Outcomes, RunLinks } from './ports.ts';
import type { TellEngagement } from './tell-engagement.ts';

interface Parts {
  readonly journal: EngagementJournal;
  readonly outcomes: Pick<Outcomes, 'add'>;
  readonly linkClicks: Pick<LinkClicks, 'add'>;
  readonly runLinks: Pick<RunLinks, 'number'>;
  readonly tellEngagement: TellEngagement;
  /** For whatever else comes this way. */
  readonly foldOutcomes: FoldOutcomes;
  /** Sooner after its acceptance than this nobody has a mail: who opens it is a machine. */
  readonly instantMs: number;
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
    const engaged = happened.filter(({ kind }) => isEngagementKind(kind));
    const others = happened.filter(({ kind }) => !isEngagementKind(kind));
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
  try {
    await note(parts, runId, events);
  } catch (error) {
    return [{ events, error }];
  }
  try {
    await foldJournal(parts, runId, events);
    return [];
  } catch (error) {
    return [{ events: [], error }];
  }
};

/** Links are numbered first: a mark holds no more than a number. */
const note = async (
  { journal, runLinks, instantMs }: Parts,
  runId: string,
  events: readonly Outcome[],
): Promise<void> => {
  const links = await runLinks.number(
    runId,
    events.flatMap(({ visit }) => visit?.link ?? []),
  );
  await journal.note(
    runId,
    events.flatMap((event) => engagementMarkOf(event, { links, instantMs }) ?? []),
  );
};

/**
 * Entries are forgotten after all bitmaps have been written. Whoever dies before that leaves entries that are folded again, which
 * changes nothing; an entry that is noted again meanwhile has the same content, and so is in the bitmaps too.
 */
const foldJournal = async (
  { journal, outcomes, linkClicks }: Parts,
  runId: string,
  events: readonly Outcome[],
): Promise<void> => {
  const place = events[0]?.offset ?? 0;
  const entries = await journal.ofPart(runId, partToLookAt(events, place));
  const marks = entries.flatMap((entry) => entry.marks);
  if (!isWorthFolding(marks)) return;
  const writes = [
    ...markedOutcomes(marks).map((marked) => () => outcomes.add({ runId, ...marked })),
    ...markedLinks(marks).map((marked) => () => linkClicks.add({ runId, ...marked })),
  ];

  await inParallel<() => Promise<unknown>, unknown>(beginningAt(place, writes), AT_ONCE, (write) => write());
  await journal.forget(runId, entries);
};

/** Two who fold the same at once begin at different places: so they write side by side, and find the other's half written. */
const beginningAt = <Thing>(place: number, things: readonly Thing[]): readonly Thing[] => {
  const start = place % Math.max(1, things.length);
  return [...things.slice(start), ...things.slice(0, start)];
};

/**
 * One of the parts that have just been added to. A batch meets all of a large run, and its whole journal is more than a function should read for a
 * batch: batches come all the time, and each looks somewhere else.
 */
const partToLookAt = (events: readonly Outcome[], place: number): number => {
  const parts = [...new Set(events.map(({ chunk }) => partOf({ block: blockOf(chunk) })))].sort((a, b) => a - b);
  return parts[place % Math.max(1, parts.length)] ?? 0;
};
