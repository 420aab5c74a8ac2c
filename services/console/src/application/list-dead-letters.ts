import { oldestOf } from '../domain/dead-letter.ts';
import { type DeadLetterQueue, deadLetterQueues } from '../domain/dead-letter-queues.ts';
import type { Clock, DeadLetters } from './ports.ts';

/** A queue with what waits in it. */
export interface QueueView {
  readonly queue: DeadLetterQueue;
  readonly waiting: number;
  readonly hidden: number;
  /** The oldest of some: exact up to ten, and as it was at most a minute ago. */
  readonly oldestAt: Date | undefined;
}

interface Stores {
  readonly letters: Pick<DeadLetters, 'depth' | 'take' | 'putBack'>;
  readonly clock: Clock;
}

const PEEK_SECONDS = 5;
/** Each look takes letters out of sight for a moment, and the list is open on many screens. */
const PEEK_EVERY_MS = 60_000;

/** Every queue of dead letters that there is, empty ones too. */
export const makeListDeadLetters = ({ letters, clock }: Stores) => {
  const peeks = new Map<string, { readonly at: Date; readonly oldestAt: Date | undefined }>();

  const peek = async (queue: DeadLetterQueue): Promise<Date | undefined> => {
    const last = peeks.get(queue.name);
    const at = clock.now();
    if (last?.oldestAt !== undefined && at.getTime() - last.at.getTime() < PEEK_EVERY_MS) return last.oldestAt;

    const taken = await letters.take(queue, PEEK_SECONDS);
    await letters.putBack(queue, taken);
    const oldestAt = oldestOf(taken.map(({ letter }) => letter));
    peeks.set(queue.name, { at, oldestAt });
    return oldestAt;
  };

  const view = async (queue: DeadLetterQueue): Promise<readonly QueueView[]> => {
    const depth = await letters.depth(queue);
    if (depth === undefined) return [];
    return [{ queue, ...depth, oldestAt: depth.waiting > 0 ? await peek(queue) : undefined }];
  };

  return async (): Promise<readonly QueueView[]> => (await Promise.all(deadLetterQueues.map(view))).flat();
};

export type ListDeadLetters = ReturnType<typeof makeListDeadLetters>;
