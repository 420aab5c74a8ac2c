import { type Edge, httpHandler } from '@bulkhead/lambda-kit';

import type { Lists } from '../application/ports.ts';
import { pageQuery } from './shapes.ts';

/** GET /api/audience/lists */
export const listLists = (lists: Pick<Lists, 'page'>, edge: Edge) =>
  httpHandler(
    { query: pageQuery, handle: async ({ query }) => ({ status: 200, body: await lists.page(query) }) },
    edge,
  );
