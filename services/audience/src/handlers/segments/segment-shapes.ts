import { type HttpAnswer, oneLine, problem, rule } from '@bulkhead/lambda-kit';
import type { Answer } from '@bulkhead/openapi';
import * as z from 'zod/mini';

import { sentenceOf, valuesOf } from '../../application/segments/rule-sentences.ts';
import { LIMITS, type RuleProblem } from '../../domain/segments/rule.ts';
import type { Segment } from '../../domain/segments/segment.ts';
import type * as answers from '../../openapi/segment-answers.ts';
import { say } from '../sentences.ts';
import { id, text } from '../shapes.ts';

export const SegmentPath = z.object({ segmentId: id('seg') });

/** Far deeper than rules may be, and no deeper than what walks through a body can go. */
const DEEPEST = 40;

const isShallow = (value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return level.length === 0;
};

export const anyRule = () => z.unknown().check(z.refine(isShallow, rule(say('rule_nested', { most: DEEPEST }))));

/** A rule is read by the domain, which names the place of everything that is wrong with it. */
export const SegmentBody = z.strictObject({ name: text(200).check(oneLine), rule: anyRule() });

/** A name and the names of lists beside a rule. */
const BESIDE = 4_096;
export const MAX_BODY_BYTES = LIMITS.bytes + BESIDE;

/** A segment as people see it; its ETag is its version. */
export const segmentView = ({
  segmentId,
  name,
  rule,
  createdAt,
  changedAt,
  version,
}: Segment): Answer<typeof answers.Segment> => ({
  segmentId,
  name,
  rule,
  createdAt,
  changedAt,
  version,
});

const ruleIssueOf = (found: RuleProblem) => ({ rule: sentenceOf(found), code: found.kind, values: valuesOf(found) });

export const ruleRefused = (problems: readonly RuleProblem[]): HttpAnswer => {
  const errors = problems.map((each) => ({ field: each.path, ...ruleIssueOf(each) }));
  const said = say('rule_refused');
  const detail = `${said.detail} ${errors.map(({ field, rule: wrong }) => `${field} ${wrong}`).join('; ')}`;
  return problem({ status: 422, ...said, detail, errors });
};

export const segmentNotFound = (): HttpAnswer => problem({ status: 404, ...say('segment_not_found') });
