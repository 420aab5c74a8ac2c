import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ListLists } from '../application/lists.ts';
import { pageQuery } from './shapes.ts';

/** GET /api/audience/lists: newest first, with what they come to. */
export const listLists = (list: ListLists, edge: HttpEdge) =>
  httpHandler(
    { role: 'viewer', query: pageQuery, handle: async ({ query }) => ({ status: 200, body: await list(query) }) },
    edge,
  );
