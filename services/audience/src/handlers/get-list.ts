import { type Edge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { GetList } from '../application/lists.ts';
import { listNotFound } from './problems.ts';
import { id } from './shapes.ts';

/** GET /api/audience/lists/{listId} */
export const getList = (get: GetList, edge: Edge) =>
  httpHandler(
    {
      path: z.object({ listId: id('lst') }),
      handle: async ({ path: { listId } }) => {
        const list = await get(listId);
        return list.ok ? { status: 200, body: list.value } : listNotFound();
      },
    },
    edge,
  );
