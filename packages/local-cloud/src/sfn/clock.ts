/** Time as the engine sees it, so that a test can let a year pass. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `delayMs`; rejects with the signal's reason when it is aborted first. */
  sleep(delayMs: number, signal: AbortSignal): Promise<void>;
}

/** Node fires longer timers at once. */
const LONGEST_TIMER_MS = 2 ** 30;

const sleepOnce = (delayMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, delayMs);
    signal.addEventListener('abort', onAbort, { once: true });
  });

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (delayMs, signal) => {
    const end = Date.now() + delayMs;
    signal.throwIfAborted();
    for (let left = delayMs; left > 0; left = end - Date.now()) {
      await sleepOnce(Math.min(left, LONGEST_TIMER_MS), signal);
    }
  },
};
