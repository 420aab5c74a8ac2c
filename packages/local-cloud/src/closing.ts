import { setTimeout as sleep } from 'node:timers/promises';

import { errorText } from './error-text.ts';
import type { Log } from './log.ts';

/** A part that does not end in this time is left to the end of the process. */
const PATIENCE_MS = 1_000;

type Close = () => Promise<void> | void;

/** Collects how to end what was started, and ends it in the opposite order, whatever fails on the way. */
export const createClosing = (log: Log) => {
  const steps: Close[] = [];
  let closing: Promise<void> | undefined;

  const closeAll = async (): Promise<void> => {
    for (const step of steps.toReversed()) {
      try {
        await Promise.race([step(), sleep(PATIENCE_MS, undefined, { ref: false })]);
      } catch (error) {
        log(`while stopping: ${errorText(error)}`);
      }
    }
  };

  return {
    add: (step: Close): void => {
      steps.push(step);
    },
    /** Ends everything once, however often it is called. */
    close: (): Promise<void> => {
      closing ??= closeAll();
      return closing;
    },
  };
};

export type Closing = ReturnType<typeof createClosing>;
