import { harmOf, levelOf } from './harm.ts';

const nothing = { delivered: 0, hardBounced: 0, softBounced: 0, undetermined: 0, complained: 0, rejected: 0 };

it('is the share of those of whom anything is known', () => {
  expect(harmOf({ ...nothing, delivered: 90, hardBounced: 6, softBounced: 3, rejected: 1, complained: 1 })).toBe(0.08);
  expect(harmOf(nothing)).toBe(0);
});

it('is bad where a run would hold itself, and worth a look before', () => {
  expect([0.01, 0.02, 0.04].map(levelOf)).toEqual(['good', 'look', 'bad']);
});
