import { id } from '@bulkhead/contracts';
import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ShownRunExport, ShowRunExport } from '../application/run-export/show-run-export.ts';
import { exportUnknown } from './problems.ts';

/** GET /api/feedback/runs/{runId}/exports/{exportId}: how far the file is, and where to get it. */
export const getRunExport = (show: ShowRunExport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: z.object({ runId: id(), exportId: id() }),
      handle: async ({ path }) => {
        const shown = await show(path);
        return shown === undefined ? exportUnknown() : { status: 200, body: toBody(shown) };
      },
    },
    edge,
  );

const reasons = {
  snapshot_gone:
    'The recipients of this run cannot be named: its snapshot is kept for 180 days, or was never taken. The figures of the report stay.',
} as const;

const toBody = (shown: ShownRunExport) => {
  const { runId, exportId, format, at, status } = shown;
  const head = { runId, exportId, format, requestedAt: at, status };
  if (shown.status === 'building') return head;
  if (shown.status === 'failed') return { ...head, reason: { code: shown.reason, detail: reasons[shown.reason] } };

  const { recipients, unnamed, asOf, url } = shown;
  return { ...head, asOf, recipients, unnamed, url };
};
