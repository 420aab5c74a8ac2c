import { type Capacity, chunksInSeconds } from './capacity.ts';
import { nextOpening, type Opening, openingAfterNext, type SendWindow } from './send-window.ts';

/** Before the first wave has ended nobody has said a rate: then it is taken for what SES grants accounts that leave its sandbox. */
const UNHEARD = { perSecond: 14, activeRuns: 1 } as const;

interface Asked {
  readonly window: SendWindow | undefined;
  /** How many chunks must be released together. */
  readonly needed: number;
  /** How long it takes at least, whatever the rate is. */
  readonly leastMs: number;
  readonly capacity: Pick<Capacity, 'perSecond' | 'activeRuns'> | undefined;
  readonly now: Date;
}

export type Room =
  | { readonly kind: 'closed'; readonly opensAt: Date }
  /** At most so many chunks can be sent before it closes; no number where it never does. */
  | { readonly kind: 'open'; readonly chunks?: number };

const closedUntil = (opensAt: Date): Room => ({ kind: 'closed', opensAt });

/**
 * How much of a run may go out now. What would not end before the window closes waits for the next one, in the second half of an
 * opening only: in the first, a run goes on whatever its rate is, or one with a small rate and a narrow window would never end.
 */
export const roomIn = ({ window, needed, leastMs, capacity = UNHEARD, now }: Asked): Room => {
  const opening = window && nextOpening(window, now);
  if (window === undefined || opening === undefined) return { kind: 'open' };
  const { opens, closes } = opening;
  if (opens > now) return closedUntil(opens);

  const leftMs = closes.getTime() - now.getTime();
  const chunks = chunksInSeconds(capacity, leftMs / 1_000);
  const isEnough = chunks >= needed && leftMs >= leastMs;
  if (isEnough || isEarlyIn({ opens, closes }, now)) return { kind: 'open', chunks };
  const next = openingAfterNext(window, now);
  return next ? closedUntil(next.opens) : { kind: 'open', chunks };
};

const isEarlyIn = ({ opens, closes }: Opening, now: Date): boolean =>
  now.getTime() - opens.getTime() < closes.getTime() - now.getTime();
