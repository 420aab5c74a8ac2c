import { setTimeout as pause } from 'node:timers/promises';

interface Patience {
  readonly what: string;
  /** Milliseconds after which waiting is a failure: generous, because it is not a measurement. */
  readonly atMost?: number;
}

/**
 * Asks until the answer satisfies. A question that fails is asked again: services restart.
 * @throws Error that tells what was waited for and the last answer
 */
export const eventually = async <Answer>(
  ask: () => Promise<Answer>,
  satisfies: (answer: Answer) => boolean,
  { what, atMost = 180_000 }: Patience,
): Promise<Answer> => {
  const deadline = Date.now() + atMost;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (satisfies(answer)) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(100);
  }
  throw new Error(
    `waited in vain for ${what}; the last answer was ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  );
};
