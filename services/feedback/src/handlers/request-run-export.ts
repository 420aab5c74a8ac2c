import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { RequestRunExport } from '../application/run-export/request-run-export.ts';
import { exportFormats } from '../domain/recipient-lines.ts';
import { runUnknown } from './problems.ts';
import { RunPath } from './queries.ts';

export const RunExportBody = z.strictObject({ format: z.enum(exportFormats) });

/** POST /api/feedback/runs/{runId}/exports: has a file written that says of every recipient what happened. */
export const requestRunExport = (request: RequestRunExport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: RunPath,
      body: RunExportBody,
      handle: async ({ path: { runId }, body: { format }, correlationId, requestId }) => {
        const begun = await request({ runId, format }, { correlationId, causationId: requestId });
        return begun === undefined ? runUnknown(runId) : { status: 202, body: { runId, ...begun } };
      },
    },
    edge,
  );
