import { id, instant } from '@bulkhead/contracts';
import { encodeCursor, type HttpEdge, httpHandler, openCursor } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { ListRuns } from '../application/list-runs.ts';
import type { StartedRun } from '../domain/run.ts';
import type { RunListed } from '../openapi/answers-runs.ts';
import { cursor, limitUpTo } from './queries.ts';

const Mark = z.object({ runId: id(), startedAt: instant() });

export const RunsQuery = z.object({ limit: limitUpTo(100, 20), cursor: cursor() });

/** GET /api/feedback/runs */
export const listRuns = (list: ListRuns, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: RunsQuery,
      handle: async ({ query }) => {
        const after = openCursor(Mark, query.cursor);

        const { items, last } = await list({ after, limit: query.limit });
        return { status: 200, body: { items: items.map(toItem), cursor: last && encodeCursor({ ...last }) } };
      },
    },
    edge,
  );

const toItem = ({ runId, start, end }: StartedRun): Answer<typeof RunListed> => ({
  runId,
  campaignId: start.campaignId,
  campaignName: start.campaignName,
  startedAt: start.at.toISOString(),
  finishedAt: end?.at.toISOString(),
  outcome: end?.outcome,
});
