import type { Operation } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import { AudiencePreviewBody } from '../handlers/segments/preview-audience.ts';
import { SegmentBody, SegmentPath } from '../handlers/segments/segment-shapes.ts';
import { namedPageQuery } from '../handlers/shapes.ts';
import { AudiencePreview, RuleGroup, Segment, SegmentPage } from './segment-answers.ts';

const notFound = { 404: ['segment_not_found'] };
const refused = { 422: ['rule_refused'] };

/** The domain reads rules, and says where they are wrong; the handlers' schemas leave it to it. */
const Body = z.extend(SegmentBody, { rule: RuleGroup });
const PreviewBody = z.extend(AudiencePreviewBody, { rule: z.optional(RuleGroup) });

export const segmentOperations: readonly Operation[] = [
  {
    operationId: 'createSegment',
    route: 'POST /api/audience/segments',
    role: 'author',
    summary: 'Keeps a rule that tells members of lists apart.',
    body: Body,
    answers: { 201: { schema: Segment, etag: true } },
    problems: refused,
  },
  {
    operationId: 'listSegments',
    route: 'GET /api/audience/segments',
    role: 'viewer',
    summary: 'Lists segments, the newest first; with `name` only those whose names have it in them.',
    query: namedPageQuery,
    answers: { 200: { schema: SegmentPage } },
  },
  {
    operationId: 'getSegment',
    route: 'GET /api/audience/segments/{segmentId}',
    role: 'viewer',
    summary: 'Shows a segment.',
    path: SegmentPath,
    answers: { 200: { schema: Segment, etag: true } },
    problems: notFound,
  },
  {
    operationId: 'changeSegment',
    route: 'PUT /api/audience/segments/{segmentId}',
    role: 'author',
    summary: 'Changes a segment. Runs under way keep the rule that they began with.',
    path: SegmentPath,
    body: Body,
    ifMatch: 'required',
    answers: { 200: { schema: Segment, etag: true } },
    problems: { ...notFound, ...refused },
  },
  {
    operationId: 'deleteSegment',
    route: 'DELETE /api/audience/segments/{segmentId}',
    role: 'author',
    summary: 'Deletes a segment.',
    path: SegmentPath,
    ifMatch: 'required',
    answers: { 204: {} },
  },
  {
    operationId: 'previewAudience',
    route: 'POST /api/audience/segments/preview',
    role: 'viewer',
    summary: 'Counts who would be mailed now, shows some of them, and tells what their fields hold.',
    body: PreviewBody,
    answers: { 200: { schema: AudiencePreview } },
    problems: { 404: ['list_not_found', 'segment_not_found'], ...refused },
  },
];
