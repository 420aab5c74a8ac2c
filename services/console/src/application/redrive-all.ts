import type { DeadLetterQueue } from '../domain/dead-letter-queues.ts';
import type { Clock, DeadLetters, Redrives, Taken } from './ports.ts';

const REDRIVE_SECONDS = 60;
/** Whoever asked gets an answer within half a minute, and asks again. */
const LONGEST_MS = 15_000;

interface Stores {
  readonly letters: Pick<DeadLetters, 'take' | 'putBack' | 'discard'>;
  readonly redrives: Redrives;
  readonly clock: Clock;
}

export interface Redriven {
  readonly moved: number;
  /** Whether all that were to be seen when it began are gone. */
  readonly isDone: boolean;
}

/**
 * Gives all letters back to the queue that they came from. One that fails again comes back as a new letter, later than the beginning: it is
 * left alone, or what cannot be handled would go round for ever. What goes wrong half-way ends it with what was done, which is recorded as
 * any deed is; asking again tells what went wrong, if it still does.
 */
export const makeRedriveAll =
  ({ letters, redrives, clock }: Stores) =>
  async (queue: DeadLetterQueue): Promise<Redriven | 'came_from_no_queue'> => {
    if (!queue.takesBack) return 'came_from_no_queue';
    const began = clock.now();
    const late: Taken[] = [];
    let moved = 0;
    try {
      while (clock.now().getTime() - began.getTime() < LONGEST_MS) {
        const taken = await letters.take(queue, REDRIVE_SECONDS);
        if (taken.length === 0) return { moved, isDone: true };

        const due = taken.filter(({ letter }) => letter.sentAt <= began);
        late.push(...taken.filter((each) => !due.includes(each)));
        const { given, failure } = await giveBack({ letters, redrives }, queue, due);
        moved += given;
        if (failure !== undefined && moved === 0) throw failure.reason;
        if (failure !== undefined) return { moved, isDone: false };
      }
      return { moved, isDone: false };
    } finally {
      await letters.putBack(queue, late);
    }
  };

/** Removes those that were given back, also when others could not be: they would be given back twice. */
const giveBack = async (
  { letters, redrives }: Omit<Stores, 'clock'>,
  queue: DeadLetterQueue,
  due: readonly Taken[],
) => {
  const settled = await Promise.allSettled(due.map((each) => redrives.redrive(queue, each)));
  const given = due.filter((_, n) => settled[n]?.status === 'fulfilled');
  await letters.discard(queue, given);
  return { given: given.length, failure: settled.find((each) => each.status === 'rejected') };
};

export type RedriveAll = ReturnType<typeof makeRedriveAll>;
