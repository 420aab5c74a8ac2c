import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Segments } from '../../application/segments/ports.ts';
import { namedPageQuery } from '../shapes.ts';
import { segmentView } from './segment-shapes.ts';

/** GET /api/audience/segments?name=: newest first; only those with such a name, if one is said. */
export const listSegments = (segments: Pick<Segments, 'page'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      query: namedPageQuery,
      handle: async ({ query: { name, ...request } }) => {
        const { items, cursor } = await segments.page({ ...request, named: name });
        return { status: 200, body: { items: items.map(segmentView), cursor } };
      },
    },
    edge,
  );
