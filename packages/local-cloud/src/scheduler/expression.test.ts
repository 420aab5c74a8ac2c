import fc from 'fast-check';

import { firstDue, nextDue, readExpression } from './expression.ts';

const HOUR = 3_600_000;

it('reads a moment in its time zone', () => {
  const when = readExpression('at(2030-01-31T09:00:00)', 'Asia/Seoul');

  expect(when).toEqual({ kind: 'once', atMs: Date.parse('2030-01-31T00:00:00Z') });
});

it.each([
  { text: 'rate(1 minute)', periodMs: 60_000 },
  { text: 'rate(5 minutes)', periodMs: 300_000 },
  { text: 'rate(1 hour)', periodMs: HOUR },
  { text: 'rate(2 days)', periodMs: 48 * HOUR },
])('reads $text', ({ text, periodMs }) => {
  expect(readExpression(text)).toEqual({ kind: 'every', periodMs });
});

it.each([
  'at(2030-01-31 09:00:00)',
  'at(2030-13-31T09:00:00)',
  'at(2030-01-31T09:00:00Z)',
  'rate(0 minutes)',
  'rate(1 minutes)',
  'rate(2 minute)',
  'rate(5 seconds)',
  'cron(0 9 * * ? *)',
  '',
])('refuses %p and says what is supported', (text) => {
  expect(() => readExpression(text)).toThrow(
    expect.objectContaining({ type: 'ValidationException', message: expect.stringContaining('Supported here: at(') }),
  );
});

it('refuses a time zone that does not exist', () => {
  expect(() => readExpression('rate(1 day)', 'Mars/Olympus')).toThrow(/Invalid ScheduleExpressionTimezone/);
});

it('keeps a moment that has passed', () => {
  const when = readExpression('at(2020-01-01T00:00:00)');

  expect(firstDue(when, { fromMs: 0 }, Date.parse('2030-01-01T00:00:00Z'))).toBe(Date.parse('2020-01-01T00:00:00Z'));
});

it('stays on the grid of its start, within its bounds, and always ahead', () => {
  const moment = fc.integer({ min: 0, max: 1_000_000 });
  const periodMs = fc.integer({ min: 1, max: 10_000 });
  const cases = fc.record({ periodMs, fromMs: moment, untilMs: moment, nowMs: moment });

  fc.assert(
    fc.property(cases, ({ periodMs, fromMs, untilMs, nowMs }) => {
      const when = { kind: 'every', periodMs } as const;
      const bounds = { fromMs, untilMs };

      const first = firstDue(when, bounds, nowMs);
      const second = first === undefined ? undefined : nextDue(when, bounds, { dueMs: first, nowMs });

      for (const due of [first, second].filter((ms) => ms !== undefined)) {
        expect((due - fromMs) % periodMs).toBe(0);
        expect(due).toBeGreaterThanOrEqual(Math.max(nowMs, fromMs));
        expect(due).toBeLessThanOrEqual(untilMs);
      }
      expect((second ?? Number.POSITIVE_INFINITY) > (first ?? 0)).toBe(true);
    }),
  );
});

it('does not make up for what was missed', () => {
  const when = readExpression('rate(1 minute)');

  expect(nextDue(when, { fromMs: 0 }, { dueMs: 60_000, nowMs: 8 * HOUR - 1 })).toBe(8 * HOUR);
});
