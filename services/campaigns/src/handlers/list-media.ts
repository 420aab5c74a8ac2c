import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { MediaShelf } from '../application/content-ports.ts';
import { PageQuery, pageOf } from './shapes.ts';
import { mediaView } from './views.ts';

/** GET /api/campaigns/media */
export const listMedia = (media: Pick<MediaShelf, 'list'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: PageQuery,
      handle: async ({ query }) => {
        const { items, ...rest } = await media.list(pageOf(query));
        return { status: 200, body: { items: items.map(mediaView), ...rest } };
      },
    },
    edge,
  );
