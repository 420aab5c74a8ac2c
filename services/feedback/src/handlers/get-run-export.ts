import { id } from '@bulkhead/contracts';
import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { ShownRunExport, ShowRunExport } from '../application/run-export/show-run-export.ts';
import type { RunExport } from '../openapi/answers-recipients.ts';
import { exportUnknown } from './problems.ts';
import { say } from './sentences.ts';

export const RunExportPath = z.object({ runId: id(), exportId: id() });

/** GET /api/feedback/runs/{runId}/exports/{exportId}: how far the file is, and where to get it. */
export const getRunExport = (show: ShowRunExport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: RunExportPath,
      handle: async ({ path }) => {
        const shown = await show(path);
        return shown === undefined ? exportUnknown() : { status: 200, body: toBody(shown) };
      },
    },
    edge,
  );

const toBody = (shown: ShownRunExport): Answer<typeof RunExport> => {
  const { runId, exportId, format, at } = shown;
  const head = { runId, exportId, format, requestedAt: at };
  if (shown.status === 'building') return { ...head, status: shown.status };
  if (shown.status === 'failed') {
    return { ...head, status: shown.status, reason: say(shown.reason) };
  }
  const { status, recipients, unnamed, asOf, url } = shown;
  return { ...head, status, asOf, recipients, unnamed, url };
};
