import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { GetList } from '../application/lists.ts';
import type { DescribedList } from '../openapi/answers.ts';
import { listNotFound } from './problems.ts';
import { ListPath } from './shapes.ts';

/** GET /api/audience/lists/{listId} */
export const getList = (get: GetList, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: ListPath,
      handle: async ({ path: { listId } }) => {
        const list = await get(listId);
        return list.ok ? { status: 200, body: list.value satisfies Answer<typeof DescribedList> } : listNotFound();
      },
    },
    edge,
  );
