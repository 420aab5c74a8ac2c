import type { Pace } from './pace.ts';

/** The rate of one SES account and region, shared by all senders: a theoretical arrival time (GCRA). */
export interface Governor {
  /** The position of the next free slot, epoch milliseconds. */
  readonly tat: number;
  /** Grows with every change of the rate; reservations at an older rate fail by themselves. */
  readonly revision: number;
  /** Milliseconds per send. */
  readonly everyMs: number;
  /** What the account may still send in 24 hours, less what is reserved. */
  readonly left24: number;
}

/** What a reservation adds to the position of its run. */
export interface Share {
  readonly runId: string;
  readonly lengthMs: number;
  /** The run has not used its part lately: its position begins now. What it did not use is not made up for. */
  readonly isAnew: boolean;
}

/** A reservation of consecutive slots, made for a state of the governor that was seen. */
export interface Reservation {
  /** `busy`: behind the last slot given. `idle`: nobody has reserved for a while, slots begin now. */
  readonly kind: 'busy' | 'idle';
  readonly count: number;
  readonly revision: number;
  readonly everyMs: number;
  readonly now: number;
  /** Noted with the slots: for which run they are. */
  readonly share?: Share | undefined;
}

/** To whole microseconds, so that sums of slots stay exact in DynamoDB and here. */
export const wholeMicros = (ms: number): number => Math.round(ms * 1_000) / 1_000;

export const lengthOf = ({ count, everyMs }: Pick<Reservation, 'count' | 'everyMs'>): number =>
  wholeMicros(count * everyMs);

/** Whether the governor grants a reservation: the condition of its one conditional update. */
export const grants = (governor: Governor, reservation: Reservation, { tauMs, horizonMs }: Pace): boolean => {
  const { kind, revision, count, now } = reservation;
  if (governor.revision !== revision || governor.left24 < count) return false;
  if (kind === 'idle') return governor.tat < now - tauMs;
  return governor.tat >= now - tauMs && governor.tat <= now + horizonMs;
};

/** The governor after it granted a reservation. */
export const afterGrant = (governor: Governor, reservation: Reservation): Governor => ({
  ...governor,
  tat: wholeMicros((reservation.kind === 'idle' ? reservation.now : governor.tat) + lengthOf(reservation)),
  left24: governor.left24 - reservation.count,
});

/** The instants that a granted reservation ending at `tat` stands for. */
export const slotsBefore = (tat: number, { count, everyMs }: Pick<Reservation, 'count' | 'everyMs'>) => {
  const first = tat - lengthOf({ count, everyMs });
  return Array.from({ length: count }, (_, n) => first + n * everyMs);
};

/** What to do after a refusal, by the state that refused. */
export type NextTry =
  | { readonly kind: 'try'; readonly reservation: Reservation }
  | { readonly kind: 'rate'; readonly delayMs: number }
  | { readonly kind: 'quota' };

/** Decides how to go on after a refused reservation: another rate, another kind, fewer slots, or not now. */
export const afterRefusal = (seen: Governor, refused: Reservation, { tauMs, horizonMs }: Pace): NextTry => {
  if (seen.left24 < 1) return { kind: 'quota' };
  if (seen.tat > refused.now + horizonMs) return { kind: 'rate', delayMs: seen.tat - refused.now - horizonMs };

  return {
    kind: 'try',
    reservation: {
      ...refused,
      kind: seen.tat < refused.now - tauMs ? 'idle' : 'busy',
      count: Math.min(refused.count, Math.floor(seen.left24)),
      revision: seen.revision,
      everyMs: seen.everyMs,
    },
  };
};
