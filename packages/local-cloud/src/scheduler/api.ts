import * as z from 'zod/mini';

import { invalid, Refusal } from './problem.ts';
import { Name, readSchedule } from './schedule.ts';
import type { Schedule, Schedules } from './schedules.ts';

export interface Request {
  readonly method: string;
  /** `schedules`, and what follows it. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const seconds = (ms: number): number => ms / 1_000;

const details = ({ arn, name, input, createdMs, modifiedMs }: Schedule) => {
  const { ClientToken: _token, ...others } = input;
  return {
    Arn: arn,
    Name: name,
    ...others,
    ScheduleExpressionTimezone: input.ScheduleExpressionTimezone ?? 'UTC',
    CreationDate: seconds(createdMs),
    LastModificationDate: seconds(modifiedMs),
  };
};

const summary = (schedule: Schedule) => {
  const { Arn, Name: name, GroupName, State, CreationDate, LastModificationDate, Target } = details(schedule);
  return { Arn, Name: name, GroupName, State, CreationDate, LastModificationDate, Target: { Arn: Target.Arn } };
};

const nameOf = (text: string | undefined): string => {
  const parsed = z.safeParse(Name, text);
  if (parsed.success) return parsed.data;
  throw invalid(`Name must be 1 to 64 letters, digits, dots, dashes or underscores.`);
};

const Paging = z.object({
  MaxResults: z._default(z.coerce.number().check(z.gte(1), z.lte(100)), 100),
  NextToken: z.optional(z.string()),
});

/** One page of things sorted by a key; the token is the last key seen. */
const pageOf = <Entry>(all: readonly Entry[], query: URLSearchParams, keyOf: (entry: Entry) => string) => {
  const parsed = z.safeParse(Paging, Object.fromEntries(query));
  if (!parsed.success) throw invalid('MaxResults must be from 1 to 100.');
  const { MaxResults, NextToken } = parsed.data;
  const after = NextToken === undefined ? '' : Buffer.from(NextToken, 'base64url').toString();
  const left = all.filter((entry) => keyOf(entry) > after);
  const entries = left.slice(0, MaxResults);
  const last = entries.at(-1);
  const more = last !== undefined && left.length > entries.length;
  return { entries, next: more ? { NextToken: Buffer.from(keyOf(last)).toString('base64url') } : {} };
};

const list = (schedules: Schedules, query: URLSearchParams) => {
  const wanted = (schedule: Schedule): boolean =>
    schedule.name.startsWith(query.get('NamePrefix') ?? '') &&
    schedule.input.GroupName === (query.get('ScheduleGroup') ?? schedule.input.GroupName) &&
    schedule.input.State === (query.get('State') ?? schedule.input.State);
  const { entries, next } = pageOf(schedules.all.filter(wanted), query, ({ arn }) => arn);
  return { Schedules: entries.map(summary), ...next };
};

/** Answers one request for schedules. @throws Refusal */
export const answerSchedules = (schedules: Schedules, { method, path, query, body }: Request): unknown => {
  const [text] = path;
  if (text === undefined && method === 'GET') return list(schedules, query);

  const name = nameOf(text);
  const group = query.get('groupName') ?? 'default';
  switch (method) {
    case 'POST':
      return { ScheduleArn: schedules.create({ name, input: readSchedule(body) }) };
    case 'PUT':
      return { ScheduleArn: schedules.update({ name, input: readSchedule(body) }) };
    case 'GET':
      return details(schedules.get(name, group));
    case 'DELETE':
      schedules.delete(name, group);
      return {};
    default:
      throw new Refusal('UnknownOperationException', `${method} is not an operation on schedules`);
  }
};
