import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { DeleteSegment } from '../../application/segments/segments.ts';
import { revisionSeen, stale } from '../revisions.ts';
import { SegmentPath } from './segment-shapes.ts';

/** DELETE /api/audience/segments/{segmentId} */
export const deleteSegment = (remove: DeleteSegment, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: SegmentPath,
      handle: async ({ path, headers }) => {
        const seen = revisionSeen(headers);
        if ('answer' in seen) return seen.answer;

        const outcome = await remove({ ...path, version: seen.revision });
        return outcome.ok ? { status: 204 } : stale();
      },
    },
    edge,
  );
