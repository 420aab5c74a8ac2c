import { type Edge, httpHandler, problem } from '@bulkhead/lambda-kit';

import type { ReadReport, Report } from '../application/read-report.ts';
import type { RunEnd, RunStart } from '../domain/run.ts';
import { RunPath } from './queries.ts';

/** GET /api/feedback/runs/{runId}/report */
export const getReport = (readReport: ReadReport, edge: Edge) =>
  httpHandler(
    {
      path: RunPath,
      handle: async ({ path: { runId } }) => {
        const report = await readReport(runId);
        if (report !== undefined) return { status: 200, body: toBody(report) };

        return problem({
          status: 404,
          code: 'run_unknown',
          detail: `Nothing is known of run ${runId}. A run appears here within seconds of its start.`,
        });
      },
    },
    edge,
  );

const toBody = ({ run: { runId, start, end }, tally, reconciliation }: Report) => ({
  runId,
  ...(start && startOf(start)),
  ...(end && endOf(end)),
  ...tally,
  reconciliation,
});

const startOf = ({ campaignId, campaignName, at }: RunStart) => ({
  campaignId,
  campaignName,
  startedAt: at.toISOString(),
});

const endOf = ({ at, ...end }: RunEnd) => ({ ...end, finishedAt: at.toISOString() });
