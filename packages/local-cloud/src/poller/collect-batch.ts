import type { Message } from '@aws-sdk/client-sqs';

import type { Queue } from './queue.ts';

/** An idle queue costs one call in this time; a message ends the wait at once. */
const POLL_SECONDS = 2;

interface Batching {
  readonly batchSize: number;
  readonly windowMs: number;
  readonly now: () => number;
  readonly isStopped: () => boolean;
}

/**
 * Waits for a first message, then for more until the batch is full or its window is over.
 * Empty if nothing came in one long poll. What came before a poll failed is delivered.
 */
export const collectBatch = async (
  queue: Queue,
  { batchSize, windowMs, now, isStopped }: Batching,
): Promise<readonly Message[]> => {
  const messages = [...(await queue.receive(batchSize, POLL_SECONDS))];
  const until = now() + windowMs;

  while (messages.length > 0 && messages.length < batchSize && now() < until && !isStopped()) {
    const seconds = Math.min(POLL_SECONDS, Math.ceil((until - now()) / 1_000));
    const more = await queue.receive(batchSize - messages.length, seconds).catch(() => undefined);
    if (more === undefined) break;
    messages.push(...more);
  }
  return messages;
};
