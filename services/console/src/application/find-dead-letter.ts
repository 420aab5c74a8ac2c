import type { DeadLetterQueue } from '../domain/dead-letter-queues.ts';
import type { DeadLetters, Taken } from './ports.ts';

const SEARCH_SECONDS = 30;
/** A queue cannot be asked for one message: all others are taken aside until it is found. Nobody looks through more by hand. */
const MOST_SEARCHED = 1_000;

/** Takes one letter by its id and puts all others back; `undefined` if it is not to be seen. */
export const findDeadLetter = async (
  letters: Pick<DeadLetters, 'take' | 'putBack'>,
  queue: DeadLetterQueue,
  messageId: string,
): Promise<Taken | undefined> => {
  const others: Taken[] = [];
  try {
    while (others.length < MOST_SEARCHED) {
      const taken = await letters.take(queue, SEARCH_SECONDS);
      if (taken.length === 0) return undefined;
      const found = taken.find(({ letter }) => letter.messageId === messageId);
      others.push(...taken.filter((each) => each !== found));
      if (found !== undefined) return found;
    }
    return undefined;
  } finally {
    await letters.putBack(queue, others);
  }
};
