import { portionsOf, shareDone } from './progress.ts';

const run = { recipients: 200, accepted: 100, refused: 2, suppressed: 8, left: 0, unsettled: 10, pending: 80 };

it('counts everybody once', () => {
  const portions = portionsOf(run);

  expect(portions.map(({ fate, people }) => [fate, people])).toEqual([
    ['accepted', 100],
    ['suppressed', 8],
    ['refused', 2],
    ['unsettled', 10],
    ['waiting', 80],
  ]);
  expect(portions.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100);
});

it('shows the unsent of a run that is over as those who still wait', () => {
  expect(portionsOf({ ...run, unsettled: 0, pending: 0, unsent: 90 })).toContainEqual({
    fate: 'waiting',
    people: 90,
    percent: 45,
  });
});

it('is not done at all before the recipients are counted', () => {
  expect(shareDone({ ...run, recipients: 0 })).toBe(0);
  expect(shareDone(run)).toBeCloseTo(0.55);
});
