import { type HttpEdge, httpHandler } from '@bulkhead/lambda-kit';

import type { ListDeadLetters } from '../application/list-dead-letters.ts';
import { queueView } from './views.ts';

/** GET /api/console/dead-letters */
export const listDeadLetters = (list: ListDeadLetters, edge: HttpEdge) =>
  httpHandler(
    {
      role: 'administrator',
      handle: async () => ({ status: 200, body: { queues: (await list()).map(queueView) } }),
    },
    edge,
  );
