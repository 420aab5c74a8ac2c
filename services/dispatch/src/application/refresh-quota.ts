import { newGovernor, refreshed } from '../domain/governor-record.ts';
import type { Clock, Governors, Quotas } from './ports.ts';

interface Ports {
  readonly governors: Governors;
  readonly quotas: Quotas;
  readonly clock: Clock;
  readonly keptShare: number;
}

export type RefreshQuota = () => Promise<void>;

/** Brings the governor up to what SES grants now. */
export const makeRefreshQuota =
  ({ governors, quotas, clock, keptShare }: Ports): RefreshQuota =>
  async () => {
    const quota = await quotas.read();
    const record = await governors.read();
    const now = clock.now();
    if (record === undefined) return governors.create(newGovernor(quota, keptShare, now));
    return governors.change(refreshed(record, { quota, keptShare, now }));
  };
