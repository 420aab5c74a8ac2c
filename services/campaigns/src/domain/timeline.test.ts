import { waveResult } from '../testing/world.ts';
import { freshControl } from './control.ts';
import { foldWave } from './fold-wave.ts';
import { freshPlan, type Plan } from './plan.ts';
import { openWave } from './plan-next-wave.ts';
import { type KeptWave, timelineOf } from './timeline.ts';

const releasedAt = new Date('2026-11-21T10:00:00Z');
const running = { status: 'running' } as const;
const first = openWave(
  freshPlan({ recipients: 9_100, chunks: 10 }),
  { wave: 1, final: false, chunks: [0] },
  releasedAt,
);
const judged = foldWave(first, waveResult(1));
const second = openWave(judged, { wave: 2, final: false, chunks: [1, 2] }, releasedAt);
const kept: readonly KeptWave[] = [{ ...waveResult(1), releasedAt }];
const verdict = { guardrail: 'hard_bounces', hits: 20, sample: 100, limit: 0.04 } as const;

const canaryIn = (plan: Plan, waves: readonly KeptWave[], control: object = {}) =>
  timelineOf({ run: running, control: { ...freshControl, ...control }, plan, kept: waves })[0]?.canary;

it('shows waves that have ended, and the one under way', () => {
  const timeline = timelineOf({ run: running, control: freshControl, plan: second, kept });

  expect(timeline).toMatchObject([
    {
      wave: 1,
      releasedAt,
      finishedAt: releasedAt,
      recipients: 100,
      accepted: 100,
      isSettling: false,
      canary: 'passed',
    },
    { wave: 2, releasedAt, recipients: 2_000, accepted: 0, isSettling: false },
  ]);
  expect(timeline[1]).not.toHaveProperty('finishedAt');
});

it.each([
  ['sending', canaryIn(first, [])],
  ['judging', canaryIn(judged, kept)],
  ['stopped', canaryIn(judged, kept, { control: 'hold', guardrail: verdict })],
  ['stopped', canaryIn(judged, kept, { control: 'cancel' })],
  ['judging', canaryIn(judged, kept, { control: 'hold' })],
  ['passed', canaryIn(second, kept)],
])('has a canary that is %s', (canary, found) => {
  expect(found).toBe(canary);
});

it('has no canary where one wave is all', () => {
  const whole = foldWave(
    openWave(freshPlan({ recipients: 100, chunks: 1 }), { wave: 1, final: false, chunks: [0] }),
    waveResult(1),
  );

  expect(canaryIn(whole, kept)).toBeUndefined();
});

it('counts no wave twice that ends while somebody looks', () => {
  const waves = timelineOf({ run: running, control: freshControl, plan: first, kept });

  expect(waves.map(({ wave, finishedAt }) => [wave, finishedAt])).toEqual([[1, releasedAt]]);
});

it('is empty before anything was released', () => {
  expect(timelineOf({ run: running, control: freshControl, plan: undefined, kept: [] })).toEqual([]);
});
