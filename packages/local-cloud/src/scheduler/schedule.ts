import * as z from 'zod/mini';

import { readExpression } from './expression.ts';
import { invalid } from './problem.ts';
import { readTarget } from './target.ts';

export const Name = z.string().check(z.regex(/^[0-9a-zA-Z-_.]{1,64}$/));

/** A queue that keeps no order: Scheduler takes no other. */
const QueueArn = z.string().check(z.regex(/^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[a-zA-Z0-9\-_]+$/));
const RoleArn = z.string().check(z.regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/));

const Target = z.strictObject({
  Arn: z.string(),
  RoleArn,
  Input: z.optional(z.string()),
  DeadLetterConfig: z.optional(z.strictObject({ Arn: z.optional(QueueArn) })),
  RetryPolicy: z.optional(
    z.strictObject({
      MaximumEventAgeInSeconds: z.optional(z.int().check(z.gte(60), z.lte(86_400))),
      MaximumRetryAttempts: z.optional(z.int().check(z.gte(0), z.lte(185))),
    }),
  ),
});

const FlexibleTimeWindow = z.union([
  z.strictObject({ Mode: z.literal('OFF') }),
  z.strictObject({ Mode: z.literal('FLEXIBLE'), MaximumWindowInMinutes: z.int().check(z.gte(1), z.lte(1_440)) }),
]);

/** What CreateSchedule and UpdateSchedule take. What is not named here is refused, not ignored. */
export const ScheduleInput = z.strictObject({
  GroupName: z._default(Name, 'default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.optional(z.string()),
  StartDate: z.optional(z.number()),
  EndDate: z.optional(z.number()),
  Description: z.optional(z.string().check(z.maxLength(512))),
  State: z._default(z.enum(['ENABLED', 'DISABLED']), 'ENABLED'),
  Target,
  FlexibleTimeWindow,
  ActionAfterCompletion: z._default(z.enum(['NONE', 'DELETE']), 'NONE'),
  ClientToken: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});

export type ScheduleInput = z.infer<typeof ScheduleInput>;

const problemOf = ({ path, code, ...issue }: z.core.$ZodIssue): string => {
  const where = path.join('.');
  return 'keys' in issue && Array.isArray(issue.keys)
    ? `${[where, issue.keys.join(', ')].filter((part) => part !== '').join('.')} is not supported here`
    : `${where || 'the body'} is not valid (${code})`;
};

/** @throws Refusal `ValidationException`, naming the members and the reason */
export const readSchedule = (body: unknown): ScheduleInput => {
  const parsed = z.safeParse(ScheduleInput, body);
  if (!parsed.success) throw invalid(`${parsed.error.issues.map(problemOf).join('; ')}.`);

  const input = parsed.data;
  readExpression(input.ScheduleExpression, input.ScheduleExpressionTimezone);
  readTarget(input.Target);
  return input;
};
