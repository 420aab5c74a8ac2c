import { forgettable, type Shares } from './fair-share.ts';
import { type Governor, wholeMicros } from './governor.ts';
import { creepBack, grantedEveryMs, left24Of, type Quota, slowDown } from './quota.ts';

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
    shares: new Map(),
  };
};

/** What one conditional write changes. `left24` is a difference: reservations go on meanwhile. */
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
  >;
}

/** Takes over what SES grants now, and gives back some of the speed that throttling has cost. */
export const refreshed = (
  record: GovernorRecord,
  { quota, keptShare, now }: { readonly quota: Quota; readonly keptShare: number; readonly now: number },
): GovernorChange => {
  const granted = grantedEveryMs(quota, keptShare);
  // A back-off is kept in proportion when the granted rate itself changes.
  const scaled = { everyMs: record.everyMs * (granted / record.grantedEveryMs), grantedEveryMs: granted };
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
    refresh: { grantedEveryMs: granted, quota, refreshedAt: now, leftAtRefresh: left24, reservedBefore: reserved },
  };
};

/** Slows down after SES throttled. Fifty throttled answers slow down once: the second write finds another revision. */
export const slowed = (record: GovernorRecord, now: number): GovernorChange => ({
  seenRevision: record.revision,
  revision: record.revision + 1,
  everyMs: slowDown(record),
  slowedAt: now,
  left24Difference: 0,
});
