import { type Figures, refusalsOf, vitalsOf } from './health.ts';

const heard = (figures: Partial<Figures>): Figures => ({
  sent: 0,
  delivered: 0,
  hardBounced: 0,
  complained: 0,
  rejected: 0,
  ...figures,
});

const taken = (accepted: number) => ({ accepted, refused: 0 });

const levelsOf = (figures: Partial<Figures>, accepted: number, limits = {}) =>
  Object.fromEntries(vitalsOf(heard(figures), taken(accepted), limits).map(({ sign, level }) => [sign, level]));

it('judges by the mails that somebody has answered', () => {
  const [bounces] = vitalsOf(heard({ sent: 1_000, delivered: 950, hardBounced: 50 }), taken(1_000));

  expect(bounces).toEqual({ sign: 'hard_bounces', hits: 50, of: 1_000, share: 0.05, limit: 0.04, level: 'over' });
});

it('counts mails that nobody has answered yet, whoever tells of them', () => {
  const early = heard({ sent: 500, delivered: 50, hardBounced: 12, complained: 1 });
  const [bounces, complaints] = vitalsOf(early, taken(1_000));

  expect(bounces).toMatchObject({ hits: 12, of: 900, level: 'calm' });
  expect(complaints).toMatchObject({ hits: 1, of: 1_000 });
});

it('counts all of them where nothing was delivered', () => {
  const [bounces] = vitalsOf(heard({ sent: 1_000, hardBounced: 50 }), taken(400));

  expect(bounces).toMatchObject({ of: 1_000, level: 'over' });
});

it('warns before a limit is reached', () => {
  expect(levelsOf({ delivered: 970, hardBounced: 30 }, 1_000)).toEqual({
    hard_bounces: 'watch',
    complaints: 'calm',
    rejections: 'calm',
  });
});

it('makes nothing of a handful', () => {
  expect(levelsOf({ delivered: 10, hardBounced: 3, complained: 1 }, 13)).toMatchObject({
    hard_bounces: 'few',
    complaints: 'few',
  });
});

it('takes the limits of the campaign where it has its own', () => {
  expect(levelsOf({ delivered: 970, hardBounced: 30 }, 1_000, { hard_bounces: 0.02 })).toMatchObject({
    hard_bounces: 'over',
  });
});

it('is calm before anything is known', () => {
  expect(levelsOf({}, 0)).toMatchObject({ hard_bounces: 'calm' });
  expect(refusalsOf(taken(0))).toBeUndefined();
});

it('tells how many mails SES has not taken, of all it was offered', () => {
  expect(refusalsOf({ accepted: 70, refused: 30 })).toEqual({
    sign: 'refusals',
    hits: 30,
    of: 100,
    share: 0.3,
    limit: 0.2,
    level: 'over',
  });
  expect(refusalsOf({ accepted: 85, refused: 15 })).toMatchObject({ level: 'watch' });
  expect(refusalsOf({ accepted: 5, refused: 5 })).toMatchObject({ level: 'few' });
  expect(refusalsOf({ accepted: 99, refused: 1 })).toMatchObject({ level: 'calm' });
});
