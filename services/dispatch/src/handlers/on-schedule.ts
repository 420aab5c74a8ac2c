import { type Edge, taskHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RefreshQuota } from '../application/refresh-quota.ts';
import type { Sweep } from '../application/sweep.ts';

/** Every five minutes: chunks that nobody works on get a message again. */
export const sweepHandler = (sweep: Sweep, edge: Edge) =>
  taskHandler(
    { schema: z.unknown(), handle: (_, { awsRequestId }) => sweep({ correlationId: `sweep-${awsRequestId}` }) },
    edge,
  );

/** Every minute: what SES grants. */
export const refreshQuotaHandler = (refreshQuota: RefreshQuota, edge: Edge) =>
  taskHandler({ schema: z.unknown(), handle: () => refreshQuota() }, edge);
