import type { Operation } from '@bulkhead/openapi';

import { LetterPath, LettersQuery, QueuePath } from '../handlers/shapes.ts';
import { DeadLetterPage, DeadLetterQueues, Redriven } from './answers.ts';

const role = 'administrator';

export const deadLetterOperations: readonly Operation[] = [
  {
    operationId: 'listDeadLetters',
    route: 'GET /api/console/dead-letters',
    role,
    summary: 'Lists the queues of messages that could not be handled.',
    answers: { 200: { schema: DeadLetterQueues } },
  },
  {
    operationId: 'showDeadLetters',
    route: 'GET /api/console/dead-letters/{queue}',
    role,
    summary: 'Looks into a queue. The messages stay where they are.',
    path: QueuePath,
    query: LettersQuery,
    answers: { 200: { schema: DeadLetterPage } },
    problems: { 404: ['queue_unknown'] },
  },
  {
    operationId: 'redriveAll',
    route: 'POST /api/console/dead-letters/{queue}/redrive',
    role,
    summary: 'Gives all messages back to the queue that they came from.',
    path: QueuePath,
    answers: { 200: { schema: Redriven } },
    problems: { 404: ['queue_unknown'], 409: ['came_from_no_queue'] },
  },
  {
    operationId: 'redriveDeadLetter',
    route: 'POST /api/console/dead-letters/{queue}/letters/{messageId}/redrive',
    role,
    summary: 'Gives one message back to the queue that it came from.',
    path: LetterPath,
    answers: { 204: {} },
    problems: { 404: ['queue_unknown', 'letter_not_there'], 409: ['came_from_no_queue'] },
  },
  {
    operationId: 'discardDeadLetter',
    route: 'POST /api/console/dead-letters/{queue}/letters/{messageId}/discard',
    role,
    summary: 'Removes one message for good; never a record of who did what.',
    path: LetterPath,
    answers: { 204: {} },
    problems: { 404: ['queue_unknown', 'letter_not_there'], 409: ['is_the_record'] },
  },
];
