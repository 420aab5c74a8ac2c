import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Imports } from '../application/import-ports.ts';
import type { Clock } from '../application/ports.ts';
import { importSummary } from './import-body.ts';
import { id, pageQuery } from './shapes.ts';

export const ImportsQuery = z.extend(pageQuery, { listId: z.optional(id('lst')) });

/** GET /api/audience/imports?listId=: into a list, or into all of them. */
export const listImports = (imports: Pick<Imports, 'page'>, clock: Clock, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: ImportsQuery,
      handle: async ({ query: { listId, ...request } }) => {
        const { items, cursor } = await imports.page(listId, request);
        return { status: 200, body: { items: items.map((one) => importSummary(one, clock.now())), cursor } };
      },
    },
    edge,
  );
