import { oldestOf } from '../domain/dead-letter.ts';
import { type DeadLetterQueue, deadLetterQueues } from '../domain/dead-letter-queues.ts';
import type { DeadLetters } from './ports.ts';

/** A queue with what waits in it. */
export interface QueueView {
  readonly queue: DeadLetterQueue;
  readonly waiting: number;
  readonly hidden: number;
  /** The oldest of some: exact up to ten. */
  readonly oldestAt: Date | undefined;
}

const PEEK_SECONDS = 5;

/** Every queue of dead letters that there is, empty ones too. */
export const makeListDeadLetters = (letters: Pick<DeadLetters, 'depth' | 'take' | 'putBack'>) => {
  const peek = async (queue: DeadLetterQueue): Promise<Date | undefined> => {
    const taken = await letters.take(queue, PEEK_SECONDS);
    await letters.putBack(queue, taken);
    return oldestOf(taken.map(({ letter }) => letter));
  };

  const view = async (queue: DeadLetterQueue): Promise<readonly QueueView[]> => {
    const depth = await letters.depth(queue);
    if (depth === undefined) return [];
    return [{ queue, ...depth, oldestAt: depth.waiting > 0 ? await peek(queue) : undefined }];
  };

  return async (): Promise<readonly QueueView[]> => (await Promise.all(deadLetterQueues.map(view))).flat();
};

export type ListDeadLetters = ReturnType<typeof makeListDeadLetters>;
