import { type HttpAnswer, type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { DiscardDeadLetter, RedriveDeadLetter, Settled } from '../application/settle-dead-letter.ts';
import { type DeadLetterQueue, findDeadLetterQueue } from '../domain/dead-letter-queues.ts';
import { cameFromNoQueue, isTheRecord, letterNotThere, queueUnknown } from './problems.ts';
import { LetterPath } from './shapes.ts';

/** POST /api/console/dead-letters/{queue}/letters/{messageId}/redrive, and …/discard */
export const settleDeadLetter = (settle: RedriveDeadLetter | DiscardDeadLetter, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      path: LetterPath,
      handle: async ({ path }) => {
        const queue = findDeadLetterQueue(path.queue);
        if (queue === undefined) return queueUnknown();

        return answers[await settle(queue, path.messageId)](queue);
      },
    },
    edge,
  );

const answers: Readonly<Record<Settled, (queue: DeadLetterQueue) => HttpAnswer>> = {
  settled: () => ({ status: 204 }),
  not_there: letterNotThere,
  came_from_no_queue: cameFromNoQueue,
  is_the_record: isTheRecord,
};
