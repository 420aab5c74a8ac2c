import { wordsOfBounce } from '@bulkhead/contracts';
import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { ReadReport, Report } from '../application/read-report.ts';
import type { RunEnd, RunStart } from '../domain/run.ts';
import type { Report as ReportAnswer } from '../openapi/answers-runs.ts';
import { runUnknown } from './problems.ts';
import { RunPath } from './queries.ts';

/** GET /api/feedback/runs/{runId}/report */
export const getReport = (readReport: ReadReport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      handle: async ({ path: { runId } }) => {
        const report = await readReport(runId);
        return report === undefined ? runUnknown(runId) : { status: 200, body: toBody(report) };
      },
    },
    edge,
  );

const toBody = ({
  run: { runId, start, end },
  tally,
  bounces,
  reconciliation,
  delays,
}: Report): Answer<typeof ReportAnswer> => ({
  runId,
  ...(start && startOf(start)),
  ...(end && endOf(end)),
  ...tally,
  bounces: bounces.map((bounce) => ({ ...bounce, meaning: wordsOfBounce(bounce.category) })),
  reconciliation,
  ...(delays && { delaySeconds: delays }),
});

const startOf = ({ campaignId, campaignName, at }: RunStart) => ({
  campaignId,
  campaignName,
  startedAt: at.toISOString(),
});

const endOf = ({ at, ...end }: RunEnd) => ({ ...end, finishedAt: at.toISOString() });
