import fc from 'fast-check';

import type { Retrier } from './definition.ts';
import { StateError } from './errors.ts';
import { catcherFor, matches, Retries } from './retry.ts';

const heartbeatLost = new StateError('States.Timeout', '', ['States.HeartbeatTimeout']);

it.each([
  { names: ['Ours'], error: new StateError('Ours'), covers: true },
  { names: ['Theirs'], error: new StateError('Ours'), covers: false },
  { names: ['States.ALL'], error: new StateError('Ours'), covers: true },
  { names: ['States.ALL'], error: new StateError('States.Timeout'), covers: true },
  { names: ['States.ALL'], error: new StateError('States.QueryEvaluationError'), covers: true },
  { names: ['States.ALL'], error: new StateError('States.DataLimitExceeded'), covers: false },
  { names: ['States.ALL'], error: new StateError('States.Runtime'), covers: false },
  { names: ['States.Runtime'], error: new StateError('States.Runtime'), covers: false },
  { names: ['States.DataLimitExceeded'], error: new StateError('States.DataLimitExceeded'), covers: true },
  { names: ['States.TaskFailed'], error: new StateError('Ours'), covers: true },
  { names: ['States.TaskFailed'], error: new StateError('States.Timeout'), covers: false },
  { names: ['States.TaskFailed'], error: heartbeatLost, covers: false },
  { names: ['States.TaskFailed'], error: new StateError('States.DataLimitExceeded'), covers: false },
  { names: ['States.Timeout'], error: heartbeatLost, covers: true },
  { names: ['States.HeartbeatTimeout'], error: heartbeatLost, covers: true },
  { names: ['States.HeartbeatTimeout'], error: new StateError('States.Timeout'), covers: false },
])('$names covers $error.error $error.aliases: $covers', ({ names, error, covers }) => {
  expect(matches(names, error)).toBe(covers);
});

it('turns to the first catcher that covers the error', () => {
  const catchers = [
    { ErrorEquals: ['Other'], Next: 'A' },
    { ErrorEquals: ['States.TaskFailed'], Next: 'B' },
    { ErrorEquals: ['States.ALL'], Next: 'C' },
  ];

  expect(catcherFor(catchers, new StateError('Ours'))?.Next).toBe('B');
  expect(catcherFor(catchers, heartbeatLost)?.Next).toBe('C');
});

it('waits longer each time, up to the ceiling', () => {
  const retrier = {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 2,
    BackoffRate: 3,
    MaxAttempts: 4,
    MaxDelaySeconds: 20,
  };
  const retries = new Retries([retrier], () => 1);

  const delays = Array.from({ length: 5 }, () => retries.next(new StateError('Ours'))?.delayMs);

  expect(delays).toEqual([2_000, 6_000, 18_000, 20_000, undefined]);
});

it('tries three times, after one, two and four seconds, when nothing else is said', () => {
  const retries = new Retries([{ ErrorEquals: ['States.ALL'] }], () => 1);

  const delays = Array.from({ length: 4 }, () => retries.next(new StateError('Ours'))?.delayMs);

  expect(delays).toEqual([1_000, 2_000, 4_000, undefined]);
});

const names = ['A', 'B', 'C'] as const;

const retriers = fc.array(
  fc.record({
    ErrorEquals: fc.oneof(
      fc.uniqueArray(fc.constantFrom<string>(...names), { minLength: 1 }),
      fc.constant<string[]>(['States.ALL']),
    ),
    MaxAttempts: fc.integer({ min: 0, max: 4 }),
    IntervalSeconds: fc.integer({ min: 1, max: 10 }),
    BackoffRate: fc.double({ min: 1, max: 4, noNaN: true }),
    MaxDelaySeconds: fc.integer({ min: 1, max: 30 }),
    JitterStrategy: fc.constantFrom('FULL' as const, 'NONE' as const),
  }),
  { maxLength: 4 },
);

const covering = (all: readonly Retrier[], name: string): Retrier | undefined =>
  all.find(({ ErrorEquals }) => ErrorEquals.includes(name) || ErrorEquals.includes('States.ALL'));

const share = fc.double({ min: 0, max: 1, noNaN: true });

it('asks only the first covering retrier, as often as that one allows', () => {
  fc.assert(
    fc.property(retriers, fc.array(fc.constantFrom(...names), { maxLength: 40 }), (all, errors) => {
      const retries = new Retries(all, () => 1);

      const asked = errors.map((name) => retries.next(new StateError(name))?.retrier);

      const expected = errors.map((name, n) => {
        const retrier = covering(all, name);
        const before = errors.slice(0, n).filter((earlier) => covering(all, earlier) === retrier);
        return retrier !== undefined && before.length < (retrier.MaxAttempts ?? 3) ? retrier : undefined;
      });
      expect(asked).toEqual(expected);
    }),
  );
});

it('never waits longer than the ceiling, nor less than nothing', () => {
  fc.assert(
    fc.property(retriers, fc.constantFrom(...names), share, (all, name, luck) => {
      const retry = new Retries(all, () => luck).next(new StateError(name));

      expect(retry?.delayMs ?? 0).toBeGreaterThanOrEqual(0);
      expect(retry?.delayMs ?? 0).toBeLessThanOrEqual((retry?.retrier.MaxDelaySeconds ?? 0) * 1_000);
    }),
  );
});
