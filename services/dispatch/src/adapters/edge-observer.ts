import type { Edge } from '@bulkhead/lambda-kit';

import type { Observer } from '../application/ports.ts';

/** Counts into CloudWatch metrics and notes into the log. */
export const edgeObserver = ({ log, meters }: Edge): Observer => ({
  count: (name, value) => {
    if (value > 0) meters.count(name, value);
  },
  note: (code, fields) => log.warn(code, fields),
  mention: (code, fields) => log.info(code, fields),
});
