import { newGovernor, refreshed } from '../domain/governor-record.ts';
import { LOOKS_AFTER_MS } from '../domain/quota.ts';
import type { Clock, Governors, OpenWaves, QuotaLooks, Quotas } from './ports.ts';

interface Ports {
  readonly governors: Governors;
  readonly quotas: Quotas;
  readonly openWaves: Pick<OpenWaves, 'list'>;
  readonly looks: QuotaLooks;
  readonly clock: Clock;
  readonly keptShare: number;
}

export type RefreshQuota = () => Promise<void>;

/**
 * Brings the governor up to what SES grants now. While anything is sent, SES is asked between two refreshes as well: with the slots
 * that are given out already, once a minute would be too late for a rate that has to be followed within a minute.
 */
export const makeRefreshQuota =
  ({ governors, quotas, openWaves, looks, clock, keptShare }: Ports): RefreshQuota =>
  async () => {
    const quota = await quotas.read();
    const record = await governors.read();
    const now = clock.now();
    if (record === undefined) await governors.create(newGovernor(quota, keptShare, now));
    else await governors.change(refreshed(record, { quota, keptShare, now }));

    if ((await openWaves.list()).length > 0) await looks.ask(LOOKS_AFTER_MS);
  };
