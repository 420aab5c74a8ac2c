import type { Clock } from '../application/ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  sleepUntil: async (instant) => {
    const ms = instant - Date.now();
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  },
};
