import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { GetImport } from '../application/imports.ts';
import { importBody } from './import-body.ts';
import { importNotFound } from './problems.ts';
import { id } from './shapes.ts';

/** GET /api/audience/imports/{importId} */
export const getImport = (get: GetImport, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: z.object({ importId: id('imp') }),
      handle: async ({ path: { importId } }) => {
        const report = await get(importId);
        return report === undefined ? importNotFound() : { status: 200, body: importBody(report) };
      },
    },
    edge,
  );
