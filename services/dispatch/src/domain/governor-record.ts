import { forgettable, type Shares } from './fair-share.ts';
import { type Governor, wholeMicros } from './governor.ts';
import { creepBack, grantedEveryMs, left24Of, limitOf, type Quota, type Rate, slowDown } from './quota.ts';

/** Everything that is stored about the governor. Instants are epoch milliseconds. */
export interface GovernorRecord extends Governor {
  readonly grantedEveryMs: number;
  readonly quota: Quota;
  readonly refreshedAt: number;
  /** `left24` right after the last refresh: what is missing since was reserved. */
  readonly leftAtRefresh: number;
  /** Reserved in the interval before the last refresh. */
  readonly reservedBefore: number;
  /** When SES throttled last. */
  readonly slowedAt: number;
  /** The slots from this position on are given at the present rate. */
  readonly pacedFrom: number;
  readonly shares: Shares;
}

/** A governor for an account nobody has sent from yet. */
export const newGovernor = (quota: Quota, keptShare: number, now: number): GovernorRecord => {
  const everyMs = grantedEveryMs(quota, keptShare);
  const left24 = left24Of(quota, 0);
  return {
    tat: now,
    revision: 1,
    everyMs,
    left24,
    grantedEveryMs: everyMs,
    quota,
    refreshedAt: now,
    leftAtRefresh: left24,
    reservedBefore: 0,
    slowedAt: 0,
    pacedFrom: 0,
    shares: new Map(),
  };
};

/**
 * What one conditional write changes. `left24` is a difference: reservations go on meanwhile. With another revision, `pacedFrom` becomes
 * the `tat` of the moment in which it is written.
 */
export interface GovernorChange {
  readonly seenRevision: number;
  readonly revision: number;
  readonly everyMs: number;
  readonly slowedAt: number;
  readonly left24Difference: number;
  /** Runs that are not remembered any more. */
  readonly forgotten?: readonly string[];
  readonly refresh?: Pick<
    GovernorRecord,
    'grantedEveryMs' | 'quota' | 'refreshedAt' | 'leftAtRefresh' | 'reservedBefore'
  > & {
    /** The refresh that this one follows: of two that follow the same, one counts. */
    readonly seenRefreshedAt: number;
  };
}

/** Takes over what SES grants now, and gives back some of the speed that throttling has cost. */
export const refreshed = (
  record: GovernorRecord,
  { quota, keptShare, now }: { readonly quota: Quota; readonly keptShare: number; readonly now: number },
): GovernorChange => {
  const scaled = scaledTo(grantedEveryMs(quota, keptShare), record);
  const everyMs = record.slowedAt < record.refreshedAt ? creepBack(scaled) : wholeMicros(scaled.everyMs);
  const reserved = Math.max(0, record.leftAtRefresh - record.left24);
  const left24 = left24Of(quota, reserved + record.reservedBefore);

  return {
    seenRevision: record.revision,
    revision: everyMs === record.everyMs ? record.revision : record.revision + 1,
    everyMs,
    slowedAt: record.slowedAt,
    left24Difference: left24 - record.left24,
    forgotten: forgettable(record.shares, now),
    refresh: {
      seenRefreshedAt: record.refreshedAt,
      grantedEveryMs: scaled.grantedEveryMs,
      quota,
      refreshedAt: now,
      leftAtRefresh: left24,
      reservedBefore: reserved,
    },
  };
};

/**
 * A back-off is kept in proportion when the granted rate rises. When it falls, what SES throttled was too fast for the new rate, and says
 * nothing against that one: whoever is slow enough for it by now gets no slower.
 */
const scaledTo = (granted: number, { everyMs, grantedEveryMs: before }: GovernorRecord): Rate => ({
  everyMs: Math.max(granted, Math.min(everyMs, everyMs * (granted / before))),
  grantedEveryMs: granted,
});

/**
 * Takes over another rate or another limit of the day between two refreshes; `undefined` if SES grants what it granted. What was sent
 * lately is counted by refreshes alone, and none is counted here: nothing creeps back, and what was reserved stays reserved.
 */
export const followed = (
  record: GovernorRecord,
  { quota, keptShare }: { readonly quota: Quota; readonly keptShare: number },
): GovernorChange | undefined => {
  const { maxSendRate, max24HourSend } = quota;
  const isSame = maxSendRate === record.quota.maxSendRate && max24HourSend === record.quota.max24HourSend;
  if (isSame) return undefined;

  const { everyMs, grantedEveryMs: granted } = scaledTo(grantedEveryMs(quota, keptShare), record);
  const left24Difference = limitOf(quota) - limitOf(record.quota);
  return {
    seenRevision: record.revision,
    // With every change: of a write whose answer was lost, the second try must not count.
    revision: record.revision + 1,
    everyMs: wholeMicros(everyMs),
    slowedAt: record.slowedAt,
    left24Difference,
    refresh: {
      seenRefreshedAt: record.refreshedAt,
      grantedEveryMs: granted,
      quota: { ...record.quota, maxSendRate, max24HourSend },
      refreshedAt: record.refreshedAt,
      leftAtRefresh: record.leftAtRefresh + left24Difference,
      reservedBefore: record.reservedBefore,
    },
  };
};

/** SES counts by the second: what was sent too fast just before the rate changed still throttles the first slots after it. */
const SETTLES_IN_MS = 1_000;

/**
 * Whether a slot tries the present rate, so that a throttled mail speaks against it. Slots are given for seconds ahead: if each of those at
 * an earlier rate slowed down everybody, the rate would fall far below what SES takes.
 */
export const isTried = ({ pacedFrom }: Pick<GovernorRecord, 'pacedFrom'>, slot: number): boolean =>
  slot >= pacedFrom + SETTLES_IN_MS;

/** Slows down after SES throttled. Fifty throttled answers slow down once: the second write finds another revision. */
export const slowed = (record: GovernorRecord, now: number): GovernorChange => ({
  seenRevision: record.revision,
  revision: record.revision + 1,
  everyMs: slowDown(record),
  slowedAt: now,
  left24Difference: 0,
});
