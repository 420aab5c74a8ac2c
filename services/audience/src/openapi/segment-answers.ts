import { instant } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { OPERATORS } from '../domain/segments/rule.ts';
import { id } from '../handlers/shapes.ts';
import { count, pageOf } from './answers.ts';
import { Contact } from './contact-answers.ts';

const scalar = () => z.union([z.string(), z.number(), z.boolean()]);

/** What is asked of one field, as react-querybuilder writes it. */
export const Rule = z.object({
  field: z.string(),
  operator: z.enum(OPERATORS),
  /** Missing where the operator needs none. */
  value: z.optional(z.union([scalar(), z.array(scalar())])),
});

/** Rules of which all or one must hold; or not. */
export const RuleGroup = z.object({
  combinator: z.enum(['and', 'or']),
  not: z.optional(z.boolean()),
  get rules() {
    return z.array(z.union([Rule, RuleGroup]));
  },
});

export const Segment = z.object({
  segmentId: id('seg'),
  name: z.string(),
  rule: RuleGroup,
  createdAt: instant(),
  changedAt: instant(),
  version: count(),
});
export const SegmentPage = pageOf(Segment);

export const AudiencePreview = z.object({
  /** How many could be mailed now. */
  count: count(),
  /** False for a count that was reckoned from a fair part of the lists. */
  isExact: z.boolean(),
  /** How many members were looked at. */
  read: count(),
  sample: z.array(Contact),
  /** How many of them have no value, by field; reckoned as `count` is. Missing where no `fields` were asked about. */
  missing: z.optional(z.record(z.string(), count())),
  /** In which time zones they are by `zoneField`, and how many have none, or something that names none. */
  timeZones: z.optional(
    z.object({ zones: z.array(z.object({ zone: z.string(), recipients: count() })), unknown: count() }),
  ),
});
