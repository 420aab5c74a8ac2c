import { type List, sendList } from './send-list.ts';

/** What became of many runs with the same kind of list. */
export interface Statistics {
  readonly seeds: number;
  readonly held: number;
  /** Mails before the stop, of the runs that were held. */
  readonly median?: number;
  readonly p95?: number;
  /** Of those, how many mails came to harm. */
  readonly medianHarmed?: number;
}

const quantile = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

const ascending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

export const manyRuns = (list: List, seeds: number): Statistics => {
  const endings = Array.from({ length: seeds }, (_, seed) => sendList(seed, list));
  const held = endings.filter(({ isHeld }) => isHeld);
  const mails = ascending(held.map((ending) => ending.mails));
  const harmed = ascending(held.map((ending) => ending.harmed));
  const [median, p95, medianHarmed] = [quantile(mails, 0.5), quantile(mails, 0.95), quantile(harmed, 0.5)];
  return {
    seeds,
    held: held.length,
    ...(median !== undefined && { median }),
    ...(p95 !== undefined && { p95 }),
    ...(medianHarmed !== undefined && { medianHarmed }),
  };
};
