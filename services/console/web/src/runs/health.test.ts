import { vitalsOf } from './health.ts';

const levelsOf = (figures: Parameters<typeof vitalsOf>[0], limits = {}) =>
  Object.fromEntries(vitalsOf(figures, limits).map(({ sign, level }) => [sign, level]));

it('judges by the mails that somebody has answered', () => {
  const [bounces] = vitalsOf({ delivered: 950, hardBounced: 50, complained: 0, rejected: 0 });

  expect(bounces).toEqual({ sign: 'hard_bounces', hits: 50, of: 1_000, share: 0.05, limit: 0.04, level: 'over' });
});

it('warns before a limit is reached', () => {
  expect(levelsOf({ delivered: 970, hardBounced: 30, complained: 0, rejected: 0 })).toEqual({
    hard_bounces: 'watch',
    complaints: 'calm',
    rejections: 'calm',
  });
});

it('makes nothing of a handful', () => {
  expect(levelsOf({ delivered: 10, hardBounced: 3, complained: 1, rejected: 0 })).toMatchObject({
    hard_bounces: 'few',
    complaints: 'few',
  });
});

it('takes the limits of the campaign where it has its own', () => {
  const figures = { delivered: 970, hardBounced: 30, complained: 0, rejected: 0 };

  expect(levelsOf(figures, { hard_bounces: 0.02 })).toMatchObject({ hard_bounces: 'over' });
});

it('is calm before anything is known', () => {
  expect(levelsOf({ delivered: 0, hardBounced: 0, complained: 0, rejected: 0 })).toMatchObject({
    hard_bounces: 'calm',
  });
});
