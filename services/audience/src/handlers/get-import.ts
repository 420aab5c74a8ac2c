import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { GetImport } from '../application/imports.ts';
import { importBody } from './import-body.ts';
import { importNotFound } from './problems.ts';
import { ImportPath } from './shapes.ts';

/** GET /api/audience/imports/{importId} */
export const getImport = (get: GetImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: ImportPath,
      handle: async ({ path: { importId } }) => {
        const report = await get(importId);
        return report === undefined ? importNotFound() : { status: 200, body: importBody(report) };
      },
    },
    edge,
  );
