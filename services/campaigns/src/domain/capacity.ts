import { RUN_REASONS } from './run-reasons.ts';
import { CHUNK_SIZE } from './snapshot.ts';

/** What dispatch can send, as it said last. */
export interface Capacity {
  readonly perSecond: number;
  /** Runs that share it, this one included. */
  readonly activeRuns: number;
  /** Mails that may still be sent within 24 hours; missing without a limit. */
  readonly left24Hours?: number | undefined;
  readonly refreshedAt: Date;
}

/** A wave is over in about this time: whoever comes meanwhile does not wait long, and a person is heard between waves. */
const WAVE_SECONDS = 300;
/** After so long nobody knows any more whether the quota is still used up: a wave is released, and dispatch waits for it. */
const QUOTA_HOLDS_MS = 3_600_000;
const QUOTA_LOOK_MS = 600_000;
/** While a wave waits for the quota, dispatch says so every five minutes. */
const SAID_LATELY_MS = 900_000;

/** How many whole chunks the run's part of the rate sends in a time. */
export const chunksInSeconds = (
  { perSecond, activeRuns }: Pick<Capacity, 'perSecond' | 'activeRuns'>,
  seconds: number,
): number => Math.floor((perSecond * seconds) / activeRuns / CHUNK_SIZE);

/** How many chunks can be sent in one wave at the run's part of the rate, and of what is left of the day. */
export const chunksWithin = ({ perSecond, activeRuns, left24Hours = Number.POSITIVE_INFINITY }: Capacity): number =>
  Math.max(
    1,
    Math.min(Math.round((perSecond * WAVE_SECONDS) / activeRuns / CHUNK_SIZE), Math.floor(left24Hours / CHUNK_SIZE)),
  );

/** Until when a run waits because nobody may be sent to any more today, in slices: a hold or a cancel is noticed between them. */
export const quotaPause = (capacity: Capacity | undefined, now: Date): Date | undefined => {
  if (capacity === undefined || !isUsedUp(capacity)) return undefined;
  const end = capacity.refreshedAt.getTime() + QUOTA_HOLDS_MS;
  return now.getTime() < end ? new Date(Math.min(end, now.getTime() + QUOTA_LOOK_MS)) : undefined;
};

export const isUsedUp = ({ left24Hours }: Capacity): boolean => left24Hours !== undefined && left24Hours < 1;

/** Whether a wave under way waits for the quota, as far as dispatch has said. */
export const isWaitingForQuota = (capacity: Capacity | undefined, now: Date): boolean =>
  capacity !== undefined && isUsedUp(capacity) && now.getTime() < capacity.refreshedAt.getTime() + SAID_LATELY_MS;

export const quotaReason = RUN_REASONS.quota;
