import { firstShown, lengthOf, markOf, type Wave } from './waves.ts';

const wave = (n: number, others: Partial<Wave> = {}): Wave => ({
  ...underWay(n),
  finishedAt: '2026-11-22T10:01:30Z',
  ...others,
});

const underWay = (n: number): Wave => ({
  wave: n,
  releasedAt: '2026-11-22T10:00:00Z',
  recipients: 100,
  accepted: 98,
  refused: 0,
  suppressed: 2,
  isSettling: false,
});

it('shows the newest waves first, and the canary always', () => {
  const waves = [wave(1, { canary: 'passed' }), ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => wave(n))];

  expect(firstShown(waves).map(({ wave: n }) => n)).toEqual([9, 8, 7, 6, 5, 1]);
  expect(firstShown(waves.slice(0, 3)).map(({ wave: n }) => n)).toEqual([3, 2, 1]);
});

it('knows how long a wave took once it is over', () => {
  expect(lengthOf(wave(1))).toBe(90);
  expect(lengthOf(underWay(1))).toBeUndefined();
});

it('marks a canary by what was found', () => {
  expect(markOf(wave(1, { canary: 'stopped' }))).toBe('canary_bad');
  expect(markOf(wave(1, { canary: 'judging' }))).toBe('under_way');
  expect(markOf(wave(1, { canary: 'passed' }))).toBe('canary_good');
  expect(markOf(underWay(2))).toBe('under_way');
  expect(markOf(wave(3, { isSettling: true }))).toBe('settling');
});
