import { points, verdictOf } from './points.ts';

it('writes differences in percentage points, with their sign', () => {
  expect([points(0.0123, 'en'), points(-0.2, 'en'), points(0, 'en')]).toEqual(['+1.23', '-20', '0']);
});

it.each([
  { rate: 'openedByPeople', difference: 0.1, isWithinChance: false, verdict: 'better' },
  { rate: 'openedByPeople', difference: -0.1, isWithinChance: false, verdict: 'worse' },
  { rate: 'hardBounced', difference: 0.1, isWithinChance: false, verdict: 'worse' },
  { rate: 'hardBounced', difference: -0.1, isWithinChance: false, verdict: 'better' },
  { rate: 'hardBounced', difference: 0.1, isWithinChance: true, verdict: 'within' },
])('$difference of $rate is $verdict', ({ rate, difference, isWithinChance, verdict }) => {
  expect(verdictOf(rate, difference, isWithinChance)).toBe(verdict);
});
