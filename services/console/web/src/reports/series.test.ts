import type { Series } from './model.ts';
import { rowsOf, stepFor } from './series.ts';

const nothing: Series = {
  sent: [],
  delivered: [],
  hardBounced: [],
  softBounced: [],
  complained: [],
  delayed: [],
  rejected: [],
  openedByPeople: [],
  clickedByPeople: [],
};
const point = (from: string, count: number) => ({ from: `2026-11-22T${from}:00.000Z`, minutes: 1, count });

it('puts series beside each other, also for a while in which nothing happened', () => {
  const series = { ...nothing, sent: [point('10:00', 5), point('10:02', 3)], delayed: [point('10:02', 1)] };

  expect(rowsOf(series, ['sent', 'delayed'], 'minute')).toEqual([
    { at: '2026-11-22T10:00:00.000Z', sent: 5, delayed: 0 },
    { at: '2026-11-22T10:01:00.000Z', sent: 0, delayed: 0 },
    { at: '2026-11-22T10:02:00.000Z', sent: 3, delayed: 1 },
  ]);
});

it('fills no gap of weeks by the minute', () => {
  const late = { from: '2026-12-22T10:00:00.000Z', minutes: 60, count: 1 };

  expect(rowsOf({ ...nothing, sent: [point('10:00', 5), late] }, ['sent'], 'minute')).toHaveLength(2);
});

it('has no rows where nothing happened', () => {
  expect(rowsOf(nothing, ['sent', 'delivered'], 'hour')).toEqual([]);
});

it.each([
  { hours: 1, step: 'minute' },
  { hours: 5, step: 'hour' },
  { hours: 200, step: 'day' },
])('after $hours hours, shows every $step', ({ hours, step }) => {
  const startedAt = '2026-11-22T10:00:00.000Z';

  expect(stepFor(startedAt, Date.parse(startedAt) + hours * 3_600_000)).toBe(step);
});
