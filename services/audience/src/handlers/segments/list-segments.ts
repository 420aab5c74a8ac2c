import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Segments } from '../../application/segments/ports.ts';
import { pageQuery } from '../shapes.ts';
import { segmentView } from './segment-shapes.ts';

/** GET /api/audience/segments, newest first */
export const listSegments = (segments: Pick<Segments, 'page'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: pageQuery,
      handle: async ({ query }) => {
        const { items, cursor } = await segments.page(query);
        return { status: 200, body: { items: items.map(segmentView), cursor } };
      },
    },
    edge,
  );
