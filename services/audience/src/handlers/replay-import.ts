import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ReplayImport } from '../application/imports.ts';
import { importNotFound, uploadNotFound } from './problems.ts';
import { id } from './shapes.ts';

/** POST /api/audience/imports/{importId}/replay */
export const replayImport = (replay: ReplayImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: z.object({ importId: id('imp') }),
      handle: async ({ path: { importId } }) => {
        const outcome = await replay(importId);
        if (outcome.ok) return { status: 202, body: { importId } };
        return outcome.problem.kind === 'import_not_found' ? importNotFound() : uploadNotFound();
      },
    },
    edge,
  );
