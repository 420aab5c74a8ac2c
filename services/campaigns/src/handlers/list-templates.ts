import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Templates } from '../application/content-ports.ts';
import { PageQuery, pageOf } from './shapes.ts';
import { templateLine } from './views.ts';

/** GET /api/campaigns/templates */
export const listTemplates = (templates: Pick<Templates, 'list'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: PageQuery,
      handle: async ({ query }) => {
        const { items, ...rest } = await templates.list(pageOf(query));
        return { status: 200, body: { items: items.map(templateLine), ...rest } };
      },
    },
    edge,
  );
