import { type HttpEdge, httpHandler, problem } from '@bulkhead/lambda-kit';

import type { CancelImport } from '../application/imports.ts';
import { importNotFound } from './problems.ts';
import { say } from './sentences.ts';
import { ImportPath } from './shapes.ts';

/** POST /api/audience/imports/{importId}/cancel */
export const cancelImport = (cancel: CancelImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: ImportPath,
      handle: async ({ path: { importId } }) => {
        const outcome = await cancel(importId);
        if (outcome.ok) return { status: 202, body: { importId } };
        if (outcome.problem.kind === 'import_not_found') return importNotFound();
        return problem({ status: 409, ...say('import_over') });
      },
    },
    edge,
  );
