import type { Series } from './model.ts';

export type SeriesName = keyof Series;
export type Step = 'minute' | 'hour' | 'day';

/** What happened in a while that began at an instant. */
export type Row = { readonly at: string } & Readonly<Partial<Record<SeriesName, number>>>;

const MS: Readonly<Record<Step, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
/** Nobody sees more of nothing. */
const MOST_EMPTY = 400;

/** By the minute as long as a run is young, then by the hour, then by the day. */
export const stepFor = (startedAt: string | undefined, now: number): Step => {
  const age = startedAt === undefined ? 0 : now - Date.parse(startedAt);
  if (age < 3 * MS.hour) return 'minute';
  return age < 4 * MS.day ? 'hour' : 'day';
};

/** Puts series beside each other, with a row also for a time in which nothing happened. */
export const rowsOf = (series: Series, names: readonly SeriesName[], step: Step): readonly Row[] => {
  const rows = new Map<number, Partial<Record<SeriesName, number>>>();
  for (const name of names) {
    for (const { from, count } of series[name]) {
      const at = Date.parse(from);
      const row = rows.get(at) ?? {};
      row[name] = (row[name] ?? 0) + count;
      rows.set(at, row);
    }
  }
  const times = [...rows.keys()].toSorted((one, other) => one - other);
  return withGaps(times, MS[step]).map((at) => ({
    at: new Date(at).toISOString(),
    ...Object.fromEntries(names.map((name) => [name, rows.get(at)?.[name] ?? 0])),
  }));
};

const withGaps = (times: readonly number[], step: number): readonly number[] => {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || (last - first) / step > MOST_EMPTY) return times;
  const all = new Set(times);
  for (let at = first; at < last; at += step) all.add(at);
  return [...all].toSorted((one, other) => one - other);
};
