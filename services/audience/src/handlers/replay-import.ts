import { type Edge, httpHandler, problem } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ReplayImport } from '../application/imports.ts';
import { importNotFound } from './problems.ts';
import { id } from './shapes.ts';

/** POST /api/audience/imports/{importId}/replay */
export const replayImport = (replay: ReplayImport, edge: Edge) =>
  httpHandler(
    {
      path: z.object({ importId: id('imp') }),
      handle: async ({ path: { importId } }) => {
        const outcome = await replay(importId);
        if (outcome.ok) return { status: 202, body: { importId } };
        if (outcome.problem.kind === 'import_not_found') return importNotFound();
        const detail = 'There is no file to read: it was never uploaded, or it is older than 90 days. Import it anew.';
        return problem({ status: 409, code: 'upload_not_found', detail });
      },
    },
    edge,
  );
