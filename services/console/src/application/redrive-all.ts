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
 * left alone, or what cannot be handled would go round for ever.
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
        const due = taken.filter(({ letter }) => letter.sentAt <= began);
        late.push(...taken.filter((each) => !due.includes(each)));
        if (due.length === 0) return { moved, isDone: true };

        await Promise.all(due.map((each) => redrives.redrive(queue, each)));
        await letters.discard(queue, due);
        moved += due.length;
      }
      return { moved, isDone: false };
    } finally {
      await letters.putBack(queue, late);
    }
  };

export type RedriveAll = ReturnType<typeof makeRedriveAll>;
