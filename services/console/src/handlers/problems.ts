import { type HttpAnswer, problem } from '@bulkhead/lambda-kit';

import type { DeadLetterQueue } from '../domain/dead-letter-queues.ts';

export const letterNotThere = (): HttpAnswer =>
  problem({
    status: 404,
    code: 'letter_not_there',
    detail:
      'This message is not to be seen: somebody else has settled it, or is looking at it. Look into the queue again in a minute. Among more than 1,000 messages one cannot be found for certain: give all back, or see the runbook.',
  });

export const cameFromNoQueue = ({ name }: DeadLetterQueue): HttpAnswer =>
  problem({
    status: 409,
    code: 'came_from_no_queue',
    detail: `What lies in ${name} came from a schedule and not from a queue that could take it back. Its runbook says what to do; discard it afterwards.`,
  });

export const isTheRecord = ({ name }: DeadLetterQueue): HttpAnswer =>
  problem({
    status: 409,
    code: 'is_the_record',
    detail: `What lies in ${name} is the only record of what somebody did, and cannot be discarded. Its runbook says what to mend; then give it back.`,
  });

export const queueUnknown = (): HttpAnswer =>
  problem({
    status: 404,
    code: 'queue_unknown',
    detail: 'There is no such queue. GET /api/console/dead-letters lists all.',
  });
