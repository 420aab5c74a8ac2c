import { addTotals, type Plan, type Totals, type UnreadableChunks, type WaveResult } from './plan.ts';

const sorted = (chunks: Iterable<number>): readonly number[] => [...new Set(chunks)].toSorted((a, b) => a - b);

/**
 * Accounts for the open wave. A result of any other wave is a late copy and changes nothing: waves are counted once, by
 * their number.
 */
export const foldWave = (plan: Plan, result: WaveResult): Plan => {
  const { open } = plan;
  if (open === undefined || open.wave !== result.wave) return plan;

  const released = new Set(open.chunks);
  const again = result.chunksWithPending.filter((chunk) => released.has(chunk));
  const stopped = new Set(again);
  const inDoubt = result.chunksWithDoubt.filter((chunk) => released.has(chunk) && !stopped.has(chunk));
  const { open: _, openedAt: _openedAt, ...rest } = plan;

  // An attempt that goes through all chunks once more comes to those ahead anyway; until then they may be in doubt.
  const isAhead = (chunk: number) => chunk >= plan.next;

  return {
    ...rest,
    again: sorted([...plan.again.filter((chunk) => !released.has(chunk)), ...again].filter((chunk) => !isAhead(chunk))),
    doubt: sorted([...plan.doubt.filter((chunk) => !released.has(chunk)), ...inDoubt, ...again.filter(isAhead)]),
    unreadable: unreadableAfter(plan, result, (chunk) => released.has(chunk) && !isAhead(chunk)),
    ...totalsAfter(plan, result),
    ...doubtAfter(plan, result),
    waveFinishedAt: result.finishedAt,
    isSettled: open.final,
  };
};

/** What the wave found unreadable is all that is of its chunks: one of them may have been repaired since it was last tried. */
const unreadableAfter = (
  { unreadable, open }: Plan,
  result: WaveResult,
  isOver: (chunk: number) => boolean,
): readonly UnreadableChunks[] => {
  const tried = new Set(open?.chunks);
  const found = [
    ...unreadable.map(({ reason, chunks }) => ({ reason, chunks: chunks.filter((chunk) => !tried.has(chunk)) })),
    ...(result.unreadable ?? []).map(({ reason, chunks }) => ({ reason, chunks: chunks.filter(isOver) })),
  ];
  return [...Map.groupBy(found, ({ reason }) => reason)]
    .map(([reason, those]) => ({ reason, chunks: sorted(those.flatMap(({ chunks }) => chunks)) }))
    .filter(({ chunks }) => chunks.length > 0);
};

/** Whoever was reconsidered is counted anew, by what became of him in this wave. */
const totalsAfter = (plan: Plan, result: WaveResult): Pick<Plan, 'totals' | 'reconsidered'> => {
  const { left, refused, suppressed } = result.reconsidered ?? { left: 0, refused: 0, suppressed: 0 };
  const { totals, reconsidered: before } = plan;
  const others: Totals = {
    ...totals,
    left: totals.left - left,
    refused: totals.refused - refused,
    suppressed: totals.suppressed - suppressed,
  };
  return {
    totals: addTotals(others, result),
    reconsidered: {
      left: before.left + left,
      refused: before.refused + refused,
      suppressed: before.suppressed + suppressed,
    },
  };
};

/**
 * A wave says how much doubt it has, not which chunk has it. A settling wave had all of it. If a hold stopped the wave, its
 * chunks with pending recipients are all in the next wave, which counts their doubt anew; only when some doubt is
 * in chunks that are not, or that an attempt has still to come to, it stays counted, and may be counted twice until the
 * settling wave says what is true.
 */
const doubtAfter = (
  { unsettled, recounted, next }: Plan,
  result: WaveResult,
): Pick<Plan, 'unsettled' | 'recounted'> => {
  if (result.final) return { unsettled: result.unsettled, recounted: 0 };
  const { chunksWithPending, chunksWithDoubt } = result;
  const isTakenUpAgain =
    chunksWithPending.length > 0 && chunksWithDoubt.length === 0 && chunksWithPending.every((chunk) => chunk < next);
  return {
    unsettled: unsettled - recounted + result.unsettled,
    recounted: isTakenUpAgain ? result.unsettled : 0,
  };
};
