import { runsSharing } from './fair-share.ts';
import type { GovernorRecord } from './governor-record.ts';

/** What this account can send, for those who plan waves. */
export interface Capacity {
  readonly perSecond: number;
  /** Runs that share it, this one included. */
  readonly activeRuns: number;
  /** Missing without a limit. */
  readonly left24Hours?: number;
  readonly refreshedAt: number;
}

export const capacityOf = (record: GovernorRecord, runId: string, now: number): Capacity => ({
  perSecond: Math.round(1_000_000 / record.everyMs) / 1_000,
  activeRuns: runsSharing(record.shares, runId, now),
  ...(record.quota.max24HourSend >= 0 && { left24Hours: Math.max(0, Math.floor(record.left24)) }),
  refreshedAt: record.refreshedAt,
});
