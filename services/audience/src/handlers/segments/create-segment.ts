import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { CreateSegment } from '../../application/segments/segments.ts';
import { etagOf } from '../revisions.ts';
import { MAX_BODY_BYTES, ruleRefused, SegmentBody, segmentView } from './segment-shapes.ts';

/** POST /api/audience/segments */
export const createSegment = (create: CreateSegment, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'author',
      body: SegmentBody,
      maxBodyBytes: MAX_BODY_BYTES,
      handle: async ({ body }) => {
        const outcome = await create(body);
        if (!outcome.ok) return ruleRefused(outcome.problem.problems);
        const { version: revision } = outcome.value;
        return { status: 201, headers: etagOf({ revision }), body: segmentView(outcome.value) };
      },
    },
    edge,
  );
