import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { ListLists } from '../application/lists.ts';
import type { ListPage } from '../openapi/answers.ts';
import { pageQuery } from './shapes.ts';

/** GET /api/audience/lists: newest first, with what they come to. */
export const listLists = (list: ListLists, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: pageQuery,
      handle: async ({ query }) => ({ status: 200, body: (await list(query)) satisfies Answer<typeof ListPage> }),
    },
    edge,
  );
