import { aheadOfShareMs, othersAtWork } from './fair-share.ts';
import type { GovernorRecord } from './governor-record.ts';
import type { Pace } from './pace.ts';

/**
 * Whether a chunk is to be worked on now. `quota`: nobody may send today. `rate`: those at work use all of the rate, and no slot can be
 * had for at least so long.
 */
export type Turn =
  | { readonly kind: 'now' }
  | { readonly kind: 'wait'; readonly for: 'quota' }
  | { readonly kind: 'wait'; readonly for: 'rate'; readonly leastMs: number };

/**
 * As long as so much is reserved ahead of time, those at work use the rate without help: another sender would wait on paid time. Where
 * a chunk is done faster than anybody looks again, more of them have to be there already.
 */
const enoughAheadMs = (everyMs: number): number => (everyMs * CHUNK < SHORTEST_MS ? 1_000 : Math.max(500, everyMs));
const CHUNK = 1_000;

const now = { kind: 'now' } as const;

/**
 * Decides whether another sender is of use, before it costs anything: by what the governor has given out, and to whom. A run that uses
 * less than its part of the rate may join wherever a slot can be had.
 */
export const turnOf = (
  record: Pick<GovernorRecord, 'tat' | 'left24' | 'everyMs' | 'shares'>,
  moment: { readonly runId: string; readonly now: number },
  pace: Pick<Pace, 'horizonMs'>,
): Turn => {
  const { tat, left24, everyMs, shares } = record;
  if (left24 < 1) return { kind: 'wait', for: 'quota' };
  const aheadMs = tat - moment.now;
  const waitForRate = { kind: 'wait', for: 'rate', leastMs: Math.max(0, aheadMs - pace.horizonMs) } as const;
  if (aheadOfShareMs(record, moment, pace) > 0) return waitForRate;
  if (aheadMs <= enoughAheadMs(everyMs)) return now;
  const isBehind = othersAtWork(shares, moment.runId, moment.now) > 0 && (shares.get(moment.runId) ?? 0) < moment.now;
  return isBehind && aheadMs <= pace.horizonMs ? now : waitForRate;
};

/** A change of the rate is followed, and a hold heard of, by those whose turn is near within this time. */
const NEAR_MS = 20_000;
const LONGEST_MS = 300_000;
const SHORTEST_MS = 2_000;
const LONGEST_OVERDUE_MS = 60_000;

/**
 * How long a chunk waits before somebody looks again. Its turn was foreseen when its wave was released: far from it the look is seldom,
 * near it often enough, and the longer it is overdue the more others are, too.
 */
export const pauseBefore = (turnAt: number, moment: number, leastMs = SHORTEST_MS): number => {
  const untilTurn = turnAt - moment;
  return untilTurn > 0
    ? Math.max(Math.min(untilTurn, NEAR_MS), Math.min(untilTurn / 8, LONGEST_MS))
    : Math.min(Math.max(-untilTurn / 20, leastMs), LONGEST_OVERDUE_MS);
};

const QUOTA_MS = 300_000;

/** How long a chunk waits when nothing may be sent any more today. Spread over a minute, so that the chunks of a run do not all ask at once. */
export const pauseForQuota = (chunk: number): number => QUOTA_MS + (chunk % 60) * 1_000;

/** One sender can use about so much of a rate. */
const RATE_OF_SENDER = 150;
/** Chunks come somewhat earlier than they are needed: waiting for one would waste the rate. */
const EARLY_SHARE = 0.8;

interface Line {
  /** The pace of the run: that of the account times the runs that share it. */
  readonly everyMs: number;
  readonly now: number;
}

/** When each chunk of a wave will be needed: a few at once, each further one about when one before it is done. */
export const turnsOf = <Chunk extends { readonly recipients: number }>(
  chunks: readonly Chunk[],
  { everyMs, now: start }: Line,
): readonly (Chunk & { readonly turnAt: number })[] => {
  const atOnce = 1 + Math.ceil(1_000 / everyMs / RATE_OF_SENDER);
  const head = chunks.slice(0, atOnce - 1).reduce((sum, { recipients }) => sum + recipients, 0);
  let before = 0;
  return chunks.map((chunk) => {
    const turnAt = start + Math.max(0, Math.round((before - head) * everyMs * EARLY_SHARE));
    before += chunk.recipients;
    return { ...chunk, turnAt };
  });
};
