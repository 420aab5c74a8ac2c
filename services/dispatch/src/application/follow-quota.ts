import { followed } from '../domain/governor-record.ts';
import type { Governors, Quotas } from './ports.ts';

interface Ports {
  readonly governors: Pick<Governors, 'read' | 'change'>;
  readonly quotas: Quotas;
  readonly keptShare: number;
}

export type FollowQuota = () => Promise<void>;

/** Somebody else may write at the same time: whoever throttles, or the minute's refresh. */
const MOST_TRIES = 3;

/** Between two refreshes: if SES grants something else than it did, everybody sends by it. Otherwise nothing is written. */
export const makeFollowQuota =
  ({ governors, quotas, keptShare }: Ports): FollowQuota =>
  async () => {
    const quota = await quotas.read();
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const record = await governors.read();
      const change = record && followed(record, { quota, keptShare });
      if (change === undefined) return;
      await governors.change(change);
    }
  };
