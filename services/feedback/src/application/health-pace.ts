import type { Clock } from './ports.ts';

/** A run that has so few is young, and waits to hear how its first mails went: it is told of whatever is heard. */
const YOUNG_BITMAPS = 16;
/** Summing a run costs reading most of its bitmaps: up to this many it is done whenever a bounce or complaint comes. */
const FREE_BITMAPS = 100;
/** Above that, a run with a million recipients is summed three times a minute, one with ten million once. */
const PAUSE_PER_BITMAP_MS = 35;
const LONGEST_PAUSE_MS = 60_000;

/** When the health of which run is to be told. Memory of one Lambda environment: forgetting it costs a reading, nothing else. */
export interface HealthPace {
  /** Whether to tell now: there is something to tell, which of a young run is anything, and the last time is long enough ago. */
  isDue(runId: string, news: { readonly isGrave: boolean }): boolean;
  /** Notes that it was told, and how many bitmaps had to be read for it. */
  noteTold(runId: string, bitmaps: number): void;
}

export const makeHealthPace = (clock: Clock): HealthPace => {
  const notBefore = new Map<string, number>();
  const owed = new Set<string>();
  const grownUp = new Set<string>();

  return {
    isDue: (runId, { isGrave }) => {
      if (isGrave || !grownUp.has(runId)) owed.add(runId);
      return owed.has(runId) && clock.now().getTime() >= (notBefore.get(runId) ?? 0);
    },
    noteTold: (runId, bitmaps) => {
      owed.delete(runId);
      if (bitmaps > YOUNG_BITMAPS) grownUp.add(runId);
      if (bitmaps <= FREE_BITMAPS) return;
      const pause = Math.min(LONGEST_PAUSE_MS, bitmaps * PAUSE_PER_BITMAP_MS);
      notBefore.set(runId, clock.now().getTime() + pause);
    },
  };
};
