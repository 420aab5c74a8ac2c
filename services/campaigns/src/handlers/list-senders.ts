import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Senders } from '../application/ports.ts';
import { PageQuery, pageOf } from './shapes.ts';
import { senderView } from './views.ts';

/** GET /api/campaigns/senders */
export const listSenders = (senders: Pick<Senders, 'list'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: PageQuery,
      handle: async ({ query }) => {
        const { items, ...rest } = await senders.list(pageOf(query));
        return { status: 200, body: { items: items.map(senderView), ...rest } };
      },
    },
    edge,
  );
