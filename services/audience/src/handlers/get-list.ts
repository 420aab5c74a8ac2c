import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { GetList } from '../application/lists.ts';
import { listNotFound } from './problems.ts';
import { id } from './shapes.ts';

/** GET /api/audience/lists/{listId} */
export const getList = (get: GetList, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: z.object({ listId: id('lst') }),
      handle: async ({ path: { listId } }) => {
        const list = await get(listId);
        return list.ok ? { status: 200, body: list.value } : listNotFound();
      },
    },
    edge,
  );
