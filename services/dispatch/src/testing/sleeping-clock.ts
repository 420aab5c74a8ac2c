import type { Clock } from '../application/ports.ts';

/** A clock for one actor: sleeping is what makes time pass. */
export const sleepingClock = (start = 0): Clock => {
  let now = start;
  return {
    now: () => now,
    sleepUntil: async (instant) => {
      now = Math.max(now, instant);
    },
  };
};
