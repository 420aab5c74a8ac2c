import { type Governor, type Share, wholeMicros } from './governor.ts';
import type { Pace } from './pace.ts';

/**
 * How far each run has reserved at its part of the rate, as an instant by run id. While several runs are at work, each has a pace of
 * its own besides the one of the account: whoever keeps to it is about at the present.
 */
export type Shares = ReadonlyMap<string, number>;

/** A run is at work until this long after the end of what it has reserved. */
const AT_WORK_MS = 15_000;
/** Those that have been at work this long ago share the rate of the next wave. */
const ACTIVE_MS = 60_000;

const laterThan = (shares: Shares, instant: number): readonly string[] =>
  [...shares].flatMap(([runId, position]) => (position > instant ? [runId] : []));

/** The runs that reserve slots at present. */
export const runsAtWork = (shares: Shares, now: number): readonly string[] => laterThan(shares, now - AT_WORK_MS);

/** How many runs share the rate, this one included. */
export const runsSharing = (shares: Shares, runId: string, now: number): number =>
  new Set([...laterThan(shares, now - ACTIVE_MS), runId]).size;

export const othersAtWork = (shares: Shares, runId: string, now: number): number =>
  runsAtWork(shares, now).filter((other) => other !== runId).length;

/** What a reservation of so many slots adds: as much time as they take at the run's part of the rate. */
export const shareFor = (
  { everyMs, shares }: Pick<Governor, 'everyMs'> & { readonly shares: Shares },
  { runId, count, now }: { readonly runId: string; readonly count: number; readonly now: number },
): Share => ({
  runId,
  lengthMs: wholeMicros(count * everyMs * (othersAtWork(shares, runId, now) + 1)),
  isAnew: (shares.get(runId) ?? 0) < now,
});

export const sharesAfter = (shares: Shares, { runId, lengthMs, isAnew }: Share, now: number): Shares => {
  const position = isAnew ? now : (shares.get(runId) ?? now);
  return new Map([...shares, [runId, wholeMicros(position + lengthMs)]]);
};

/**
 * How long a run has to leave the slots to others: none if it is alone, has no more than its part, or nobody else takes the slots.
 * Ahead of its part it may be as far as slots are given out ahead of time.
 */
export const aheadOfShareMs = (
  { tat, shares }: Pick<Governor, 'tat'> & { readonly shares: Shares },
  { runId, now }: { readonly runId: string; readonly now: number },
  { horizonMs }: Pick<Pace, 'horizonMs'>,
): number => {
  if (tat <= now || othersAtWork(shares, runId, now) === 0) return 0;
  return Math.max(0, (shares.get(runId) ?? 0) - now - horizonMs);
};

/** One write forgets so many: DynamoDB takes no update expression of more than 4 KB, and would refuse all of it. */
const MOST_FORGOTTEN = 100;

/** Runs that have reserved nothing for long: they need not be remembered. */
export const forgettable = (shares: Shares, now: number): readonly string[] =>
  [...shares].flatMap(([runId, position]) => (position < now - 2 * ACTIVE_MS ? [runId] : [])).slice(0, MOST_FORGOTTEN);
