import type { DeadLetterQueue } from '../domain/dead-letter-queues.ts';
import { findDeadLetter } from './find-dead-letter.ts';
import type { DeadLetters, Redrives } from './ports.ts';

export type Settled = 'settled' | 'not_there' | 'came_from_no_queue' | 'is_the_record';

type Stores = { readonly letters: DeadLetters; readonly redrives: Redrives };

/**
 * Gives one letter back to the queue that it came from. It is sent before it is removed: who dies in between leaves it in both, and every
 * handler takes a message twice.
 */
export const makeRedriveDeadLetter =
  ({ letters, redrives }: Stores) =>
  async (queue: DeadLetterQueue, messageId: string): Promise<Settled> => {
    if (!queue.takesBack) return 'came_from_no_queue';
    const found = await findDeadLetter(letters, queue, messageId);
    if (found === undefined) return 'not_there';

    await redrives.redrive(queue, found);
    await letters.discard(queue, [found]);
    return 'settled';
  };

/** Removes one letter for good. */
export const makeDiscardDeadLetter =
  (letters: DeadLetters) =>
  async (queue: DeadLetterQueue, messageId: string): Promise<Settled> => {
    if (queue.isRecord) return 'is_the_record';
    const found = await findDeadLetter(letters, queue, messageId);
    if (found === undefined) return 'not_there';

    await letters.discard(queue, [found]);
    return 'settled';
  };

export type RedriveDeadLetter = ReturnType<typeof makeRedriveDeadLetter>;
export type DiscardDeadLetter = ReturnType<typeof makeDiscardDeadLetter>;
