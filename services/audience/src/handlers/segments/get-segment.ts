import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { Segments } from '../../application/segments/ports.ts';
import { etagOf } from '../revisions.ts';
import { SegmentPath, segmentNotFound, segmentView } from './segment-shapes.ts';

/** GET /api/audience/segments/{segmentId} */
export const getSegment = (segments: Pick<Segments, 'find'>, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      path: SegmentPath,
      handle: async ({ path: { segmentId } }) => {
        const segment = await segments.find(segmentId);
        if (segment === undefined) return segmentNotFound();
        return { status: 200, headers: etagOf({ revision: segment.version }), body: segmentView(segment) };
      },
    },
    edge,
  );
