/** Time as the simulator sees it, passed in so that a test can hold it in its hands. */
export interface Clock {
  now(): number;
  /** Runs the task once, later; calling the answer cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

/** The machine's clock. Its timers never keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A clock whose pending tasks can all be cancelled together. */
export const stoppable = (clock: Clock): Clock & { readonly stop: () => void } => {
  const pending = new Set<() => void>();

  return {
    now: () => clock.now(),
    after: (delayMs, task) => {
      const cancel = clock.after(delayMs, () => {
        pending.delete(cancel);
        task();
      });
      pending.add(cancel);
      return () => {
        pending.delete(cancel);
        cancel();
      };
    },
    stop: () => {
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
};
