import { type Capacity, chunksInSeconds } from './capacity.ts';
import { nextOpening, type Opening, openingAfterNext, type SendWindow } from './send-window.ts';

interface Asked {
  readonly window: SendWindow | undefined;
  /** How many chunks must be released together. */
  readonly needed: number;
  readonly capacity: Capacity | undefined;
  readonly now: Date;
}

export type Room =
  | { readonly kind: 'closed'; readonly opensAt: Date }
  /** At most so many chunks can be sent before it closes; no number where nobody can say. */
  | { readonly kind: 'open'; readonly chunks?: number };

const closedUntil = (opensAt: Date): Room => ({ kind: 'closed', opensAt });

/**
 * How much of a run may go out now. What would not end before the window closes waits for the next one, in the second half of an
 * opening only: in the first, a run goes on whatever its rate is, or one with a small rate and a narrow window would never end.
 */
export const roomIn = ({ window, needed, capacity, now }: Asked): Room => {
  const opening = window && nextOpening(window, now);
  if (window === undefined || opening === undefined) return { kind: 'open' };
  const { opens, closes } = opening;
  if (opens > now) return closedUntil(opens);
  if (capacity === undefined) return { kind: 'open' };

  const chunks = chunksInSeconds(capacity, (closes.getTime() - now.getTime()) / 1_000);
  if (chunks >= needed || isEarlyIn({ opens, closes }, now)) return { kind: 'open', chunks };
  const next = openingAfterNext(window, now);
  return next ? closedUntil(next.opens) : { kind: 'open', chunks };
};

const isEarlyIn = ({ opens, closes }: Opening, now: Date): boolean =>
  now.getTime() - opens.getTime() < closes.getTime() - now.getTime();
