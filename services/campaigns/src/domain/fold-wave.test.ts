import { freshControl } from './control.ts';
import { foldWave } from './fold-wave.ts';
import { noHealth } from './guardrail.ts';
import { freshPlan, type Plan, reopenPlan, type Wave, type WaveResult } from './plan.ts';
import { openWave, planNextWave } from './plan-next-wave.ts';

const now = new Date('2026-11-21T10:00:00Z');
const ended = ({ wave, final }: Wave, given: Partial<WaveResult>): WaveResult => ({
  wave,
  final,
  recipients: 1_000,
  accepted: 0,
  refused: 0,
  suppressed: 0,
  left: 0,
  pending: 0,
  unsettled: 0,
  chunksWithPending: [],
  chunksWithDoubt: [],
  finishedAt: now,
  ...given,
});
const decide = (plan: Plan, control: 'send' | 'cancel' = 'send') =>
  planNextWave({ plan, control: { ...freshControl, control }, health: noHealth, now });

describe('the doubt of a wave that was under way when its attempt failed', () => {
  /** The next attempt goes through all chunks for those who were left; only then it hears how the wave has ended. */
  const reopened = (): Plan => {
    const wave = { wave: 1, final: false, chunks: [2] };
    const failed = openWave({ ...freshPlan({ recipients: 3_000, chunks: 3 }), next: 2 }, wave);
    return foldWave(
      reopenPlan(failed, ['left']),
      ended(wave, { accepted: 990, pending: 7, unsettled: 3, chunksWithPending: [2] }),
    );
  };

  it('stays counted until its chunk is taken up again', () => {
    const plan = reopened();
    const decision = decide(plan);
    if (decision.kind !== 'send') throw new Error(`expected a wave, got ${decision.kind}`);

    const next = foldWave(openWave(plan, decision.wave), ended(decision.wave, { accepted: 1_000 }));

    expect(decision.wave.chunks).toEqual([0]);
    expect(next.unsettled).toBe(3);
    expect(decide(next, 'cancel')).toMatchObject({ kind: 'send', wave: { final: true, chunks: [2] } });
  });
});
