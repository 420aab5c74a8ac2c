import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ReadSeries } from '../application/read-series.ts';
import type { CountedCell } from '../domain/time-cells.ts';
import { runUnknown } from './problems.ts';
import { RunPath } from './queries.ts';

const minutesBy = { minute: 1, hour: 60, day: 1_440 } as const;

export const SeriesQuery = z.object({ by: z._default(z.enum(['minute', 'hour', 'day']), 'minute') });

/** GET /api/feedback/runs/{runId}/series?by=hour: what happened when. What is long past is kept less exactly: a point says how long it is. */
export const getSeries = (readSeries: ReadSeries, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: RunPath,
      query: SeriesQuery,
      handle: async ({ path: { runId }, query: { by } }) => {
        const series = await readSeries(runId, minutesBy[by]);
        if (series === undefined) return runUnknown(runId);
        const points = [...series].map(([name, cells]) => [name, cells.map(toPoint)] as const);
        return { status: 200, body: { runId, series: Object.fromEntries(points) } };
      },
    },
    edge,
  );

const toPoint = ({ start, minutes, count }: CountedCell) => ({
  from: new Date(start * 60_000).toISOString(),
  minutes,
  count,
});
