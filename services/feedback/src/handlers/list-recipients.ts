import { chunkNumber, offset } from '@bulkhead/contracts';
import { encodeCursor, type HttpEdge, httpHandler, openCursor } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ListRecipients } from '../application/list-recipients.ts';
import { bounceCategories } from '../domain/bounce.ts';
import { cursor, limitUpTo, RunPath } from './queries.ts';

const Mark = z.object({ chunk: chunkNumber(), offset: offset() });
export const RecipientsQuery = z.object({
  outcome: z.enum([
    'sent',
    'delivered',
    'bounced',
    'hardBounced',
    'complained',
    'delayed',
    'rejected',
    'opened',
    'clicked',
    'openedByPeople',
    'clickedByPeople',
    'sentTwice',
    'subscriptionChanged',
    'simulated',
  ]),
  reason: z.optional(z.enum(bounceCategories)),
  limit: limitUpTo(1_000, 100),
  cursor: cursor(),
});

/** GET /api/feedback/runs/{runId}/recipients?outcome=bounced&reason=mailbox_full */
export const listRecipients = (list: ListRecipients, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      query: RecipientsQuery,
      handle: async ({ path: { runId }, query: { outcome, reason, limit, ...query } }) => {
        const after = openCursor(Mark, query.cursor);

        const { items, last } = await list({ runId, outcome, reason, after, limit });
        return { status: 200, body: { items, cursor: last && encodeCursor({ ...last }) } };
      },
    },
    edge,
  );
