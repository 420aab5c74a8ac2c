/** How many events came how late: one number for each bound, those that came within it but not within the one before, and one for the rest. */
export type Delays = readonly number[];

const SECOND = 1_000;
const bounds = [1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 120, 300, 900, 3_600].map((seconds) => seconds * SECOND);

export const noDelays: Delays = [...bounds, Number.POSITIVE_INFINITY].map(() => 0);

export const delaysOf = (delaysMs: readonly number[]): Delays => {
  const counts = [...noDelays];
  for (const delayMs of delaysMs) {
    const place = bounds.findIndex((bound) => delayMs <= bound);
    const n = place < 0 ? bounds.length : place;
    counts[n] = (counts[n] ?? 0) + 1;
  }
  return counts;
};

export const together = (some: Delays, others: Delays): Delays => some.map((count, n) => count + (others[n] ?? 0));

const sum = (delays: Delays): number => delays.reduce((total, count) => total + count, 0);

/** What a report says of delays, in seconds: half of all events came within `median`. Missing where that is more than an hour. */
export interface DelayFigures {
  readonly events: number;
  readonly median?: number;
  readonly p95?: number;
}

/** The figures; undefined if nothing has come. */
export const figuresOfDelays = (delays: Delays): DelayFigures | undefined => {
  const events = sum(delays);
  if (events === 0) return undefined;
  const [median, p95] = [within(delays, events * 0.5), within(delays, events * 0.95)];
  return { events, ...(median !== undefined && { median }), ...(p95 !== undefined && { p95 }) };
};

/** Within how many seconds so many of the events had come, rounded up to a bound. */
const within = (delays: Delays, wanted: number): number | undefined => {
  const place = delays.findIndex((_, n) => sum(delays.slice(0, n + 1)) >= wanted);
  const bound = bounds[place];
  return bound === undefined ? undefined : bound / SECOND;
};
