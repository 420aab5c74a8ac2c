import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { PreviewAudience } from '../../application/segments/preview-audience.ts';
import { listNotFound } from '../problems.ts';
import { id, text } from '../shapes.ts';
import { contactView } from '../views.ts';
import { anyRule, MAX_BODY_BYTES, ruleRefused, segmentNotFound } from './segment-shapes.ts';

const lists = (most: number) => z.array(id('lst')).check(z.maxLength(most));
const segments = () => z._default(z.array(id('seg')).check(z.maxLength(10)), []);

export const AudiencePreviewBody = z.strictObject({
  lists: lists(20).check(z.minLength(1)),
  exclude: z._default(lists(20), []),
  /** A rule that is not kept yet, or a segment that is. */
  rule: z.optional(anyRule()),
  segmentId: z.optional(id('seg')),
  segments: segments(),
  excludeSegments: segments(),
  /** Fields of which it is told how many people have none. */
  fields: z.optional(z.array(text(64)).check(z.maxLength(100))),
  /** The field that holds time zones: it is told how many people are in which. */
  zoneField: z.optional(text(64)),
});

/** POST /api/audience/segments/preview: how many would be mailed now, and some of them. */
export const previewAudience = (preview: PreviewAudience, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'viewer',
      body: AudiencePreviewBody,
      maxBodyBytes: MAX_BODY_BYTES,
      handle: async ({ body }) => {
        const { fields = [], zoneField, ...who } = body;
        const [first = '', ...others] = body.lists;
        const named = body.segmentId === undefined ? body.segments : [body.segmentId, ...body.segments];
        const outcome = await preview({
          ...who,
          lists: [first, ...others],
          segments: named,
          values: { fields, zoneField },
        });
        if (outcome.ok) {
          const { sample, values, ...counted } = outcome.value;
          return { status: 200, body: { ...counted, ...values, sample: sample.map(contactView) } };
        }
        if (outcome.problem.kind === 'rule_refused') return ruleRefused(outcome.problem.problems);
        return outcome.problem.kind === 'list_not_found' ? listNotFound() : segmentNotFound();
      },
    },
    edge,
  );
