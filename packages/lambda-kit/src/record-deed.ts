import { setTimeout } from 'node:timers/promises';

import type { APIGatewayProxyEventV2 } from 'aws-lambda';

import type { Caller } from './access/caller.ts';
import type { Access } from './access/role.ts';
import { describeError } from './describe-error.ts';
import type { Deed, HttpEdge } from './edge.ts';
import { RetryableError } from './errors.ts';
import type { Log } from './log.ts';
import { type HttpAnswer, problem } from './problem.ts';

/** Methods that change nothing. */
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a function needs of its time to say that a deed could not be recorded. */
const TIME_TO_ANSWER_MS = 1_000;
/** More no issuer gives, and the log does not keep. */
const LONGEST_SUB = 256;

interface Answered {
  readonly event: APIGatewayProxyEventV2;
  readonly access: Access;
  readonly caller: Caller | undefined;
  readonly answer: HttpAnswer;
  readonly requestId: string;
  readonly correlationId: string;
  readonly log: Log;
  /** What is left of the function's time. */
  readonly leftMs: number;
}

/**
 * Has it written down who did what, and answers what the person is told: the answer itself, or, where nobody could write it
 * down, that it was done all the same. What a viewer may do changes nothing, and what is public is nobody's deed.
 */
export const recordDeed = async (answered: Answered, { deeds, meters }: HttpEdge): Promise<HttpAnswer> => {
  const { event, caller, answer, requestId, correlationId, log, leftMs } = answered;
  if (caller === undefined || !isDeed(answered)) return answer;

  const subject = subjectOf(event, answer);
  const { sub, name, role } = caller;
  const person = { sub: sub.slice(0, LONGEST_SUB), ...(name !== undefined && { name }), ...(role && { role }) };
  const said = { operation: event.routeKey, subject, person, status: answer.status, requestId, correlationId };
  try {
    await inTime(deeds.record({ at: new Date(), ...said }), leftMs - TIME_TO_ANSWER_MS);
    return answer;
  } catch (error) {
    log.error('deed_not_recorded', { ...subject, route: event.routeKey, caller: caller.sub, ...describeError(error) });
    meters.count('DeedsNotRecorded');
    return doneButNotRecorded(requestId);
  }
};

/** A function that runs out of time while it waits for SQS would neither log nor count what it could not record. */
const inTime = async (recording: Promise<void>, withinMs: number): Promise<void> => {
  const ended = new AbortController();
  const late = setTimeout(Math.max(0, withinMs), undefined, { signal: ended.signal }).then(() => {
    throw new RetryableError({ code: 'deed_late', message: 'SQS did not answer before the function had to' });
  });
  try {
    await Promise.race([recording, late]);
  } finally {
    ended.abort();
  }
};

const isDeed = ({ event, access, answer: { status } }: Answered): boolean =>
  access !== 'viewer' && !READING.has(event.requestContext?.http?.method ?? '') && status >= 200 && status < 300;

/** What the answer names by an id of ours, as something new, and what the path names; never an address. */
const subjectOf = ({ pathParameters }: APIGatewayProxyEventV2, { body }: HttpAnswer): Deed['subject'] => {
  const told = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries([
    ...told.filter(([name]) => /^[a-z]+Id$/.test(name)).filter(isId),
    ...Object.entries(pathParameters ?? {}).filter(isId),
  ]);
};

const isId = (entry: readonly [string, unknown]): entry is [string, string] =>
  typeof entry[1] === 'string' && /^[A-Za-z0-9_.:-]{1,200}$/.test(entry[1]);

const doneButNotRecorded = (requestId: string): HttpAnswer =>
  problem({
    status: 500,
    code: 'done_but_not_recorded',
    detail: `It was done; do not ask for it again. But the record of who did what could not be written: tell an administrator, quoting request ${requestId}.`,
  });
