import { type Capacity, chunksInSeconds } from './capacity.ts';
import { nextOpening, openingAfterNext, type SendWindow } from './send-window.ts';

/**
 * A run that waits for its send window looks every half hour whether a person has cancelled it, and less often the longer it has to
 * wait: each look is nine events of an execution's history, which has room for ten weeks of nights and weekends.
 */
const LOOK_MS = 1_800_000;
const LOOKS_AHEAD = 32;

interface Asked {
  readonly window: SendWindow | undefined;
  /** How many chunks must be released together. */
  readonly needed: number;
  readonly capacity: Capacity | undefined;
  readonly now: Date;
}

export type Room =
  | { readonly kind: 'closed'; readonly until: Date; readonly opensAt: Date }
  /** At most so many chunks can be sent before it closes; no number where nobody can say. */
  | { readonly kind: 'open'; readonly chunks?: number };

const closedUntil = (opensAt: Date, now: Date): Room => ({
  kind: 'closed',
  until: new Date(
    Math.min(opensAt.getTime(), now.getTime() + Math.max(LOOK_MS, (opensAt.getTime() - now.getTime()) / LOOKS_AHEAD)),
  ),
  opensAt,
});

/**
 * How much of a run may go out now. What would not end before the window closes waits for the next one, in the second half of an
 * opening only: in the first, a run goes on whatever its rate is, or one with a small rate and a narrow window would never end.
 */
export const roomIn = ({ window, needed, capacity, now }: Asked): Room => {
  const opening = window && nextOpening(window, now);
  if (window === undefined || opening === undefined) return { kind: 'open' };
  const { opens, closes } = opening;
  if (opens > now) return closedUntil(opens, now);
  if (capacity === undefined) return { kind: 'open' };

  const leftMs = closes.getTime() - now.getTime();
  const chunks = chunksInSeconds(capacity, leftMs / 1_000);
  if (chunks >= needed) return { kind: 'open', chunks };
  const isEarly = leftMs * 2 > closes.getTime() - opens.getTime();
  const next = openingAfterNext(window, now);
  return isEarly || next === undefined ? { kind: 'open', chunks } : closedUntil(next.opens, now);
};
