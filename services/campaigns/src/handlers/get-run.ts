import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ShowRun } from '../application/show-run.ts';
import { answerTo } from './problems.ts';
import { RunPath } from './shapes.ts';
import { runView } from './views.ts';

/** GET /api/campaigns/runs/{runId} */
export const getRun = (show: ShowRun, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      handle: async ({ path: { runId } }) => {
        const report = await show(runId);
        return report ? { status: 200, body: runView(report) } : answerTo({ kind: 'run_not_found' });
      },
    },
    edge,
  );
