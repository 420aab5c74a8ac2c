import { wholeMicros } from './governor.ts';

/** What SES grants an account, as it answered last. */
export interface Quota {
  readonly maxSendRate: number;
  /** Per 24 hours; negative for unlimited. */
  readonly max24HourSend: number;
  readonly sentLast24Hours: number;
}

/** The rate that the governor gives out, and how it came about. */
export interface Rate {
  readonly everyMs: number;
  /** Without any back-off. */
  readonly grantedEveryMs: number;
}

/** Far more than any account sends in a day, and still exact when counted down. */
const UNLIMITED = 1_000_000_000_000;
const SLOWEST_SHARE = 4;

/**
 * When SES is asked between two refreshes, which are a minute apart. Another rate is followed within the look after it and the slots that
 * were given out before it: 20 s and 10 s, and 20 s more if a look is lost.
 */
export const LOOKS_AFTER_MS: readonly number[] = [20_000, 40_000];

/** The pace that a quota allows, less the share kept for transactional mail. */
export const grantedEveryMs = ({ maxSendRate }: Quota, keptShare: number): number =>
  Math.ceil(1_000_000 / (Math.max(maxSendRate, 0.01) * (1 - keptShare))) / 1_000;

/** After SES throttled: a tenth slower, at most four times slower than granted. */
export const slowDown = ({ everyMs, grantedEveryMs: granted }: Rate): number =>
  wholeMicros(Math.min(everyMs * 1.1, granted * SLOWEST_SHARE));

/** Once a minute without throttling: a fifth faster, until the granted rate is reached again. */
export const creepBack = ({ everyMs, grantedEveryMs: granted }: Rate): number =>
  wholeMicros(Math.max(everyMs * 0.8, granted));

/** Of 24 hours. */
export const limitOf = ({ max24HourSend }: Quota): number => (max24HourSend < 0 ? UNLIMITED : max24HourSend);

/**
 * What may still be sent in 24 hours. SES counts with delay: what was reserved in the last two minutes may not be in its
 * figure yet, and is taken off once more.
 */
export const left24Of = ({ max24HourSend, sentLast24Hours }: Quota, reservedLately: number): number =>
  max24HourSend < 0 ? UNLIMITED : Math.max(0, Math.floor(max24HourSend - sentLast24Hours - reservedLately));
