import type * as z from 'zod/mini';

import type { QueueView } from '../application/list-dead-letters.ts';
import type { DeadLetter } from '../domain/dead-letter.ts';
import type * as answers from '../openapi/answers.ts';

/** Fifty of them fit into an answer, whatever they are made of. */
const MOST_SHOWN = 32_768;

export const queueView = ({
  queue,
  waiting,
  hidden,
  oldestAt,
}: QueueView): z.infer<typeof answers.DeadLetterQueue> => ({
  queue: queue.name,
  service: queue.service,
  messages: waiting,
  hidden,
  ...(oldestAt !== undefined && { oldestAt: oldestAt.toISOString() }),
  takesBack: queue.takesBack,
  mayBeDiscarded: !queue.isRecord,
  runbook: `docs/runbooks/${queue.name}-dlq.md`,
});

export const letterView = ({ sentAt, body, ...letter }: DeadLetter): z.infer<typeof answers.DeadLetter> => ({
  ...letter,
  sentAt: sentAt.toISOString(),
  body: body.slice(0, MOST_SHOWN),
  isCut: body.length > MOST_SHOWN,
});
