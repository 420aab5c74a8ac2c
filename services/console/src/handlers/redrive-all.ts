import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { RedriveAll } from '../application/redrive-all.ts';
import { findDeadLetterQueue } from '../domain/dead-letter-queues.ts';
import { cameFromNoQueue, queueUnknown } from './problems.ts';
import { QueuePath } from './shapes.ts';

/** POST /api/console/dead-letters/{queue}/redrive */
export const redriveAll = (redrive: RedriveAll, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      path: QueuePath,
      handle: async ({ path }) => {
        const queue = findDeadLetterQueue(path.queue);
        if (queue === undefined) return queueUnknown();

        const redriven = await redrive(queue);
        return redriven === 'came_from_no_queue' ? cameFromNoQueue(queue) : { status: 200, body: redriven };
      },
    },
    edge,
  );
