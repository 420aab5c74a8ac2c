import { wholeMicros } from './governor.ts';
import type { GovernorRecord } from './governor-record.ts';

/** Slower than a mail in ten minutes is nothing that anybody waits for. */
const SLOWEST_MS = 600_000;

/** Milliseconds per mail in the share of the rate that campaigns leave; `undefined` if they leave none. */
export const keptEveryMs = ({
  quota,
  grantedEveryMs,
}: Pick<GovernorRecord, 'quota' | 'grantedEveryMs'>): number | undefined => {
  const perSecond = quota.maxSendRate - 1_000 / grantedEveryMs;
  const everyMs = perSecond > 0 ? wholeMicros(1_000 / perSecond) : SLOWEST_MS;
  return everyMs < SLOWEST_MS ? everyMs : undefined;
};
