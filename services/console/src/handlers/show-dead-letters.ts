import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ShowDeadLetters } from '../application/show-dead-letters.ts';
import { findDeadLetterQueue } from '../domain/dead-letter-queues.ts';
import { queueUnknown } from './problems.ts';
import { LettersQuery, QueuePath } from './shapes.ts';
import { letterView } from './views.ts';

/** GET /api/console/dead-letters/{queue} */
export const showDeadLetters = (show: ShowDeadLetters, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      path: QueuePath,
      query: LettersQuery,
      handle: async ({ path, query }) => {
        const queue = findDeadLetterQueue(path.queue);
        if (queue === undefined) return queueUnknown();

        const { letters, others } = await show(queue, query.limit);
        return { status: 200, body: { queue: queue.name, letters: letters.map(letterView), others } };
      },
    },
    edge,
  );
