import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import { contentForms, type ShowContent } from '../application/show-content.ts';
import { answerTo } from './problems.ts';
import { RunPath } from './shapes.ts';

export const ContentQuery = z.object({ as: z.optional(z.enum(contentForms)) });

/** GET /api/campaigns/runs/{runId}/content?as=sent */
export const getRunContent = (show: ShowContent, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      query: ContentQuery,
      handle: async ({ path: { runId }, query: { as = 'written' } }) => {
        const outcome = await show(runId, as);
        return outcome.ok ? { status: 200, body: outcome.value } : answerTo(outcome.problem);
      },
    },
    edge,
  );
