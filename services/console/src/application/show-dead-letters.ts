import { byAge, type DeadLetter } from '../domain/dead-letter.ts';
import type { DeadLetterQueue } from '../domain/dead-letter-queues.ts';
import type { DeadLetters, Taken } from './ports.ts';

const LOOK_SECONDS = 20;

/** The letters of a queue, the oldest first, and how many more there are. Who looks takes nothing: all are put back. */
export const makeShowDeadLetters =
  (letters: Pick<DeadLetters, 'depth' | 'take' | 'putBack'>) => async (queue: DeadLetterQueue, limit: number) => {
    const { waiting } = (await letters.depth(queue)) ?? { waiting: 0 };
    const wanted = Math.min(limit, waiting);
    const taken: Taken[] = [];
    try {
      while (taken.length < wanted) {
        const more = await letters.take(queue, LOOK_SECONDS);
        if (more.length === 0) break;
        taken.push(...more);
      }
    } finally {
      await letters.putBack(queue, taken);
    }
    const shown: readonly DeadLetter[] = taken
      .map(({ letter }) => letter)
      .toSorted(byAge)
      .slice(0, limit);

    return { letters: shown, others: Math.max(0, waiting - shown.length) };
  };

export type ShowDeadLetters = ReturnType<typeof makeShowDeadLetters>;
