import { availableParallelism, cpus, loadavg } from 'node:os';

/** Says on what was measured, and how busy it was. */
export const describeMachine = (): string => {
  const load = loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}, load ${load}`;
};

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

export const round = (value: number): number => Math.round(value);
