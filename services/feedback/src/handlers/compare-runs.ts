import { id } from '@bulkhead/contracts';
import { type HttpEdge, httpHandler, rule } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ReadReport } from '../application/read-report.ts';
import { type Comparison, compare } from '../domain/comparison.ts';
import { runUnknown } from './problems.ts';
import { say } from './sentences.ts';

const MOST_RUNS = 5;

const runIds = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(500)),
    z.transform((list: string) => [...new Set(list.split(','))]),
  ),
  z
    .array(id())
    .check(
      z.minLength(2, rule(say('too_few_runs'))),
      z.maxLength(MOST_RUNS, rule(say('too_many_runs', { most: MOST_RUNS }))),
    ),
);

export const CompareQuery = z.object({ runs: runIds });

/** GET /api/feedback/compare?runs=run_1,run_2 */
export const compareRuns = (readReport: ReadReport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: CompareQuery,
      handle: async ({ query: { runs } }) => {
        const reports = await Promise.all(runs.map((runId) => readReport(runId)));
        const unknown = runs.find((_, n) => reports[n] === undefined);
        if (unknown !== undefined) return runUnknown(unknown);
        return { status: 200, body: toBody(compare(reports.flatMap((report) => report ?? []))) };
      },
    },
    edge,
  );

const toBody = ({ runs, differences }: Comparison) => ({
  runs: runs.map(({ run: { runId, start }, tally, shares }) => ({
    runId,
    ...(start && { campaignName: start.campaignName, startedAt: start.at.toISOString() }),
    ...tally,
    rates: Object.fromEntries(
      [...shares].map(([name, { count, of }]) => [name, { of, rate: of > 0 ? count / of : 0 }]),
    ),
  })),
  differences,
});
