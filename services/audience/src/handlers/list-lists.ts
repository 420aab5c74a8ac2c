import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import type { ListLists } from '../application/lists.ts';
import type { ListPage } from '../openapi/answers.ts';
import { pageQuery, text } from './shapes.ts';

export const ListsQuery = z.extend(pageQuery, { name: z.optional(text(200)) });

/** GET /api/audience/lists?name=: newest first, with what they come to; only those with such a name, if one is said. */
export const listLists = (list: ListLists, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: ListsQuery,
      handle: async ({ query: { name, ...request } }) => ({
        status: 200,
        body: (await list({ ...request, named: name })) satisfies Answer<typeof ListPage>,
      }),
    },
    edge,
  );
