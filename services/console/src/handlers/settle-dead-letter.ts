import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { DiscardDeadLetter, RedriveDeadLetter } from '../application/settle-dead-letter.ts';
import { findDeadLetterQueue } from '../domain/dead-letter-queues.ts';
import { cameFromNoQueue, letterNotThere, queueUnknown } from './problems.ts';
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

        const settled = await settle(queue, path.messageId);
        if (settled === 'came_from_no_queue') return cameFromNoQueue(queue);
        return settled === 'not_there' ? letterNotThere() : { status: 204 };
      },
    },
    edge,
  );
