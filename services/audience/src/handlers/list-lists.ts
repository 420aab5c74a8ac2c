import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';

import type { ListLists } from '../application/lists.ts';
import type { ListPage } from '../openapi/answers.ts';
import { namedPageQuery } from './shapes.ts';

/** GET /api/audience/lists?name=: newest first, with what they come to; only those with such a name, if one is said. */
export const listLists = (list: ListLists, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: namedPageQuery,
      handle: async ({ query: { name, ...request } }) => ({
        status: 200,
        body: (await list({ ...request, named: name })) satisfies Answer<typeof ListPage>,
      }),
    },
    edge,
  );
