import { type Edge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Imports } from '../application/ports.ts';
import { importSummary } from './import-body.ts';
import { id, pageQuery } from './shapes.ts';

/** GET /api/audience/imports?listId= */
export const listImports = (imports: Pick<Imports, 'page'>, edge: Edge) =>
  httpHandler(
    {
      query: z.extend(pageQuery, { listId: id('lst') }),
      handle: async ({ query: { listId, ...request } }) => {
        const { items, cursor } = await imports.page(listId, request);
        return { status: 200, body: { items: items.map(importSummary), cursor } };
      },
    },
    edge,
  );
