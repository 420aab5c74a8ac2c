import type { APIGatewayProxyEventV2 } from 'aws-lambda';

import type { Caller } from './access/caller.ts';
import type { Access } from './access/role.ts';
import { describeError } from './describe-error.ts';
import type { Deed, HttpEdge } from './edge.ts';
import type { Log } from './log.ts';
import { type HttpAnswer, problem } from './problem.ts';

/** Methods that change nothing. */
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Answered {
  readonly event: APIGatewayProxyEventV2;
  readonly access: Access;
  readonly caller: Caller | undefined;
  readonly answer: HttpAnswer;
  readonly requestId: string;
  readonly correlationId: string;
  readonly log: Log;
}

/**
 * Has it written down who did what, and answers what the person is told: the answer itself, or, where nobody could write it
 * down, that it was done all the same. What a viewer may do changes nothing, and what is public is nobody's deed.
 */
export const recordDeed = async (answered: Answered, { deeds, meters }: HttpEdge): Promise<HttpAnswer> => {
  const { event, caller, answer, requestId, correlationId, log } = answered;
  if (caller === undefined || !isDeed(answered)) return answer;

  const subject = subjectOf(event, answer);
  const person = { sub: caller.sub, ...(caller.name !== undefined && { name: caller.name }) };
  const said = { operation: event.routeKey, subject, person, status: answer.status, requestId, correlationId };
  try {
    await deeds.record({ at: new Date(), ...said });
    return answer;
  } catch (error) {
    log.error('deed_not_recorded', { ...subject, route: event.routeKey, caller: caller.sub, ...describeError(error) });
    meters.count('DeedsNotRecorded');
    return doneButNotRecorded(requestId);
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
