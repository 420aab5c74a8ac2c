import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ChangeSegment } from '../../application/segments/segments.ts';
import { etagOf, revisionSeen, stale } from '../revisions.ts';
import {
  MAX_BODY_BYTES,
  ruleRefused,
  SegmentBody,
  SegmentPath,
  segmentNotFound,
  segmentView,
} from './segment-shapes.ts';

/** PUT /api/audience/segments/{segmentId} */
export const changeSegment = (change: ChangeSegment, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      path: SegmentPath,
      body: SegmentBody,
      maxBodyBytes: MAX_BODY_BYTES,
      handle: async ({ path, body, headers }) => {
        const seen = revisionSeen(headers);
        if ('answer' in seen) return seen.answer;

        const outcome = await change(body, { ...path, version: seen.revision });
        if (outcome.ok) {
          const { version: revision } = outcome.value;
          return { status: 200, headers: etagOf({ revision }), body: segmentView(outcome.value) };
        }
        if (outcome.problem.kind === 'rule_refused') return ruleRefused(outcome.problem.problems);
        return outcome.problem.kind === 'stale' ? stale() : segmentNotFound();
      },
    },
    edge,
  );
