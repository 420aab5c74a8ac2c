import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/** Waits until a question has an answer. The test's own time-out is what ends it otherwise. */
export const until = async <Answer>(ask: () => Promise<Answer | undefined> | Answer | undefined): Promise<Answer> => {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await sleep(POLL_MS);
  }
};
