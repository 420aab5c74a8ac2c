import { LookAtQuotaV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { FollowQuota } from '../application/follow-quota.ts';

/** A look at the quota → the rate that SES grants now. */
export const onQuotaLook = (followQuota: FollowQuota, edge: QueueEdge) =>
  sqsHandler({ schema: LookAtQuotaV1, handle: () => followQuota() }, edge);
