import type { Run } from './run-scene.ts';

/** People of a run whose clocks come to its time at the same moment. */
export type Departure = NonNullable<Run['departures']>[number];

const SHOWN = 6;

/** What is gone, and what is ahead. */
export const summaryOf = (departures: readonly Departure[]) => ({
  all: departures.length,
  gone: departures.filter(({ state }) => state === 'gone').length,
  next: departures.find(({ state }) => state === 'waiting'),
});

/** The last one that is gone, and those after it: what is going on now, and what comes next. */
export const nearestOf = (departures: readonly Departure[]): readonly Departure[] => {
  const firstAhead = departures.findIndex(({ state }) => state !== 'gone');
  const from = firstAhead < 0 ? departures.length - SHOWN : firstAhead - 1;
  const start = Math.max(0, Math.min(from, departures.length - SHOWN));
  return departures.slice(start, start + SHOWN);
};
