import fc from 'fast-check';

import { type Ending, play, playOn } from '../testing/simulated-run.ts';
import { type Story, story } from '../testing/story.ts';
import { freshControl } from './control.ts';
import { noHealth } from './guardrail.ts';
import { accountedFor, certainlyUnsent, freshPlan, type Plan, type Reconsidered, reopenPlan } from './plan.ts';
import { planNextWave } from './plan-next-wave.ts';

const asked = fc.array(fc.subarray<Reconsidered>(['left', 'refused', 'suppressed']), { minLength: 1, maxLength: 3 });

interface Completed extends Ending {
  readonly reconsider: readonly Reconsidered[];
}

/** A run and its later attempts, one after another; in each a person does as in the first. */
function* attempts(given: Story, reconsiderations: readonly (readonly Reconsidered[])[]): Generator<Completed> {
  let last = play(given);
  for (const reconsider of reconsiderations) {
    const before = Array.from({ length: last.plan.wave }, () => 'nothing' as const);
    const plan = reopenPlan(last.plan, reconsider);
    last = playOn({ ...given, person: [...before, ...given.person] }, { dispatch: last.dispatch, plan });
    yield { ...last, reconsider };
  }
}

const exceptionTo = (claim: (attempt: Completed, given: Story) => boolean): unknown =>
  fc.check(
    fc.property(story, asked, (given, reconsiderations) => {
      for (const attempt of attempts(given, reconsiderations)) if (!claim(attempt, given)) return false;
      return true;
    }),
    { numRuns: 80 },
  ).counterexample;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('an attempt after others', () => {
  it('knows what has become of everybody, also of those who were reconsidered', () => {
    const exception = exceptionTo(({ plan, dispatch }) => {
      const isKnown =
        plan.totals.left === sum(dispatch.chunks.map(({ left }) => left)) &&
        plan.totals.refused === sum(dispatch.chunks.map(({ refused }) => refused));
      const total = accountedFor(plan.totals) + certainlyUnsent(plan) + plan.unsettled;
      return isKnown && certainlyUnsent(plan) === dispatch.pending && total === plan.recipients;
    });

    expect(exception).toBeNull();
  });

  it('reconsiders only whom it was asked to, and no chunk twice', () => {
    const exception = exceptionTo(({ waves, reconsider }) => {
      const those = waves.filter((wave) => wave.reconsider !== undefined);
      const chunks = those.flatMap((wave) => wave.chunks);
      return those.every((wave) => wave.reconsider === reconsider) && new Set(chunks).size === chunks.length;
    });

    expect(exception).toBeNull();
  });

  it('reconsiders everybody whom it was asked to, unless it is cancelled', () => {
    const exception = exceptionTo(({ waves, reconsider, outcome }, { chunks }) => {
      const those = waves.filter((wave) => wave.reconsider !== undefined).flatMap((wave) => wave.chunks);
      return outcome !== 'sent' || those.length === (reconsider.length > 0 ? chunks : 0);
    });

    expect(exception).toBeNull();
  });

  it('never has a chunk twice in a wave, and goes on with the numbers of its waves', () => {
    const exception = exceptionTo(({ waves }) => {
      const [first] = waves;
      return waves.every(
        ({ wave, chunks }, n) => wave === (first?.wave ?? 0) + n && new Set(chunks).size === chunks.length,
      );
    });

    expect(exception).toBeNull();
  });

  it('leaves nobody unsent who can be read, unless it is cancelled', () => {
    const exception = exceptionTo(({ dispatch, outcome }) => {
      const open = dispatch.chunks.filter(({ pending, doubt, isTorn }) => doubt > 0 || (pending > 0 && !isTorn));
      return outcome !== 'sent' || open.length === 0;
    });

    expect(exception).toBeNull();
  });

  it('reconsiders in a retry those whom the attempt that failed had still to come to, and nobody else', () => {
    const failed = { ...freshPlan({ recipients: 40, chunks: 4 }), wave: 7, next: 2, reconsider: ['refused'] } as const;
    const next = (plan: Plan) => planNextWave({ plan, control: freshControl, health: noHealth, now: new Date(0) });

    expect(next(reopenPlan(failed))).toMatchObject({ wave: { wave: 8, chunks: [2], reconsider: ['refused'] } });
    expect(next(reopenPlan(failed, []))).not.toHaveProperty('wave.reconsider');
    expect(next(reopenPlan(failed, ['left']))).toMatchObject({ wave: { chunks: [0], reconsider: ['left'] } });
  });
});
