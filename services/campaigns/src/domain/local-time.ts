import { type Result, refuse, succeed } from './result.ts';
import { isTimeZone } from './wall-clock.ts';

/** A moment that everybody has by the clock where they are: those in the east come to it first. */
export interface LocalTime {
  /** What the clocks show: `2026-12-01T09:00`. */
  readonly at: string;
  /** The contact's field that holds a time zone. */
  readonly field: string;
  /** The time zone of those whose field holds none. */
  readonly otherwise: string;
}

/** When a run starts, and by whose clocks its mails go out; without `localTime` by nobody's. */
export interface Start {
  readonly sendAt: Date;
  readonly localTime?: LocalTime;
}

export type LocalTimeProblem =
  | { readonly kind: 'time_zone_unknown' | 'local_time_past' | 'local_time_and_window' }
  | { readonly kind: 'local_time_too_far'; readonly latest: Date };

interface Reach {
  readonly earliest: Date;
  readonly latest: Date;
  /** Whether the campaign has a send window. */
  readonly hasWindow: boolean;
}

const HOUR_MS = 3_600_000;
/** UTC+14 and UTC-12: nobody's clock is further ahead, or behind. */
const FURTHEST_AHEAD_MS = 14 * HOUR_MS;
const FURTHEST_BEHIND_MS = 12 * HOUR_MS;
/** Recipients are frozen in this time, so that those who come first are not late. */
const PREPARING_MS = 900_000;

/** When the first clock on earth shows it, and the last. */
const spanOf = ({ at }: LocalTime): { readonly first: number; readonly last: number } => {
  const inUtc = Date.parse(`${at}:00.000Z`);
  return { first: inUtc - FURTHEST_AHEAD_MS, last: inUtc + FURTHEST_BEHIND_MS };
};

/** When the run starts that is in time for everybody; for those who are past the moment it starts as soon as it can. */
export const startByLocalTime = (
  localTime: LocalTime,
  { earliest, latest, hasWindow }: Reach,
): Result<Start, LocalTimeProblem> => {
  if (!isTimeZone(localTime.otherwise)) return refuse({ kind: 'time_zone_unknown' });
  if (hasWindow) return refuse({ kind: 'local_time_and_window' });
  const { first, last } = spanOf(localTime);
  if (last <= earliest.getTime()) return refuse({ kind: 'local_time_past' });
  if (last > latest.getTime()) return refuse({ kind: 'local_time_too_far', latest });
  return succeed({ sendAt: new Date(Math.max(first - PREPARING_MS, earliest.getTime())), localTime });
};
