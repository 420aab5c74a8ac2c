import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ListImages } from '../application/images.ts';
import { imageView } from './image-view.ts';
import { PageQuery, pageOf } from './shapes.ts';

/** GET /api/campaigns/images */
export const listImages = (list: ListImages, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: PageQuery,
      handle: async ({ query }) => {
        const { items, ...rest } = await list(pageOf(query));
        return { status: 200, body: { items: items.map(imageView), ...rest } };
      },
    },
    edge,
  );
