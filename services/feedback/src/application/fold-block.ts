import { positionOf } from '../domain/block.ts';
import type { Outcome } from '../domain/outcome.ts';
import { isCountedByPart, type NumberedParts, noParts, numbersOf, partsOf } from '../domain/part.ts';
import { markOf, sentTwice } from '../domain/sent-twice.ts';
import { isTimed } from '../domain/series.ts';
import { minuteOf } from '../domain/time-cells.ts';
import type { Outcomes, RunParts, SendJournal } from './ports.ts';

interface Parts {
  readonly outcomes: Outcomes;
  readonly journal: SendJournal;
  readonly runParts: Pick<RunParts, 'number'>;
}

interface Block {
  readonly runId: string;
  readonly block: number;
}

/**
 * Folds outcomes of one block of a run into its bitmaps: one write for each kind, however many there are. All kinds at once, because
 * bitmaps that are wanted at the same time are read together.
 * Repeating it, or parts of it, in any order, changes nothing.
 */
export const foldBlock = async (parts: Parts, place: Block, happened: readonly Outcome[]): Promise<void> => {
  const counted = happened.filter(({ kind }) => isCountedByPart(kind));
  const known = counted.length > 0 ? await parts.runParts.number(place.runId, counted.flatMap(partsOf)) : noParts;
  const kinds = [...Map.groupBy(happened, ({ kind }) => kind).values()];

  const attempts = await Promise.allSettled(kinds.map((same) => foldKind(parts, { ...place, known }, same)));
  for (const attempt of attempts) if (attempt.status === 'rejected') throw attempt.reason;
};

const foldKind = async (
  parts: Parts,
  { known, ...place }: Block & { readonly known: NumberedParts },
  same: readonly Outcome[],
): Promise<void> => {
  const [one] = same;
  if (one === undefined) return;
  const { kind } = one;
  if (kind === 'sent') return foldSends(parts, place, same);

  const partsByPosition = isCountedByPart(kind)
    ? { partsOf: new Map(same.map((outcome) => [positionOf(outcome), numbersOf(known, partsOf(outcome))])) }
    : {};
  const positions = same.map(positionOf);
  const times = isTimed(kind) ? { minutes: minutesOf(same) } : {};
  await parts.outcomes.add({ ...place, kind, positions, ...times, ...partsByPosition });
};

/**
 * The journal is written before the bitmap. So whoever finds a bit set also finds, in the journal, the mail that set it;
 * and only then need the journal be read.
 */
const foldSends = async ({ outcomes, journal }: Parts, place: Block, sends: readonly Outcome[]): Promise<void> => {
  const marks = sends.map((send) => ({ position: positionOf(send), mark: markOf(send.messageId) }));
  await journal.note(place.runId, place.block, marks);

  const positions = marks.map(({ position }) => position);
  const seenBefore = await outcomes.add({ ...place, kind: 'sent', positions, minutes: minutesOf(sends) });
  const suspects = new Set([...seenBefore, ...sentTwice(marks)]);
  if (suspects.size === 0) return;

  const known = await journal.of(place.runId, place.block);
  const twice = sentTwice(known.filter(({ position }) => suspects.has(position)));
  if (twice.length > 0) await outcomes.add({ ...place, kind: 'sent_twice', positions: twice });
};

/** When something happened to each; first, if it did several times. */
const minutesOf = (same: readonly Outcome[]): ReadonlyMap<number, number> => {
  const minutes = new Map<number, number>();
  for (const outcome of same) {
    const [position, minute] = [positionOf(outcome), minuteOf(outcome.at)];
    minutes.set(position, Math.min(minute, minutes.get(position) ?? minute));
  }
  return minutes;
};
