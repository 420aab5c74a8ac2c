import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ReplayImport } from '../application/imports.ts';
import { importNotFound, uploadNotFound } from './problems.ts';
import { ImportPath } from './shapes.ts';

/** POST /api/audience/imports/{importId}/replay */
export const replayImport = (replay: ReplayImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ImportPath,
      handle: async ({ path: { importId } }) => {
        const outcome = await replay(importId);
        if (outcome.ok) return { status: 202, body: { importId } };
        return outcome.problem.kind === 'import_not_found' ? importNotFound() : uploadNotFound();
      },
    },
    edge,
  );
