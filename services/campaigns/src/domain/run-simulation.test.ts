import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import { type Control, freshControl } from './control.ts';
import { foldWave } from './fold-wave.ts';
import { figuresOf, noHealth } from './guardrail.ts';
import { accountedFor, certainlyUnsent, freshPlan, type Plan, type Wave, type WaveResult } from './plan.ts';
import { type Decision, MOST_WAVES, openWave, planNextWave } from './plan-next-wave.ts';

const now = new Date('2026-11-21T10:00:00Z');
const CHUNK = 10;

/** What a chunk looks like to dispatch: ten recipients, pending until sent, in doubt, or done. */
interface ChunkState {
  pending: number;
  doubt: number;
}

/** A dispatch that does to each chunk what it is told, within what the protocol allows. */
class SimulatedDispatch {
  readonly chunks: ChunkState[];
  readonly #whims: () => number;

  constructor(chunks: number, whims: () => number) {
    this.chunks = Array.from({ length: chunks }, () => ({ pending: CHUNK, doubt: 0 }));
    this.#whims = whims;
  }

  /** Works on a wave. Stopped early (a hold, a cancel) it leaves recipients pending. */
  work({ wave, final, chunks }: Wave, isStopped: boolean): WaveResult {
    const states = chunks.flatMap((chunk) => this.chunks[chunk] ?? []);
    const recipients = states.reduce((sum, { pending, doubt }) => sum + pending + doubt, 0);
    const sums = { accepted: 0, refused: 0, suppressed: 0, left: 0 };

    for (const state of states) {
      const sent = isStopped ? this.#whims() % (state.pending + 1) : state.pending;
      const doubtful = final ? 0 : Math.min(sent, this.#whims() % 4 === 0 ? 1 : 0);
      const isRefused = this.#whims() % 5 === 0;
      sums[isRefused ? 'refused' : 'accepted'] += sent - doubtful;
      state.pending -= sent;
      state.doubt += doubtful;
      if (final) {
        sums.left += state.doubt;
        state.doubt = 0;
      }
    }
    const withPending = chunks.filter((chunk) => (this.chunks[chunk]?.pending ?? 0) > 0);
    return {
      wave,
      final,
      recipients,
      ...sums,
      pending: states.reduce((sum, { pending }) => sum + pending, 0),
      unsettled: states.reduce((sum, { doubt }) => sum + doubt, 0),
      chunksWithPending: withPending,
      chunksWithDoubt: chunks.filter((chunk) => !withPending.includes(chunk) && (this.chunks[chunk]?.doubt ?? 0) > 0),
      finishedAt: now,
    };
  }
}

interface Story {
  readonly chunks: number;
  readonly whims: readonly number[];
  /** What a person does before the wave of this number ends: mostly nothing. */
  readonly person: readonly ('nothing' | 'hold' | 'cancel')[];
}

const story: fc.Arbitrary<Story> = fc.record({
  chunks: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom(999, 10_000) },
  ),
  whims: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 50 }),
  person: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('nothing' as const) },
      { weight: 2, arbitrary: fc.constant('hold' as const) },
      { weight: 1, arbitrary: fc.constant('cancel' as const) },
    ),
    { maxLength: 20 },
  ),
});

interface Ending {
  readonly plan: Plan;
  readonly dispatch: SimulatedDispatch;
  readonly waves: readonly Wave[];
  readonly outcome: string;
  readonly cancelledAfter: number | undefined;
}

/** Plays a run to its end as the state machine would. */
const play = ({ chunks, whims, person }: Story): Ending => {
  let turn = 0;
  const dispatch = new SimulatedDispatch(chunks, () => whims[turn++ % whims.length] ?? 0);
  const waves: Wave[] = [];
  let plan = freshPlan({ recipients: chunks * CHUNK, chunks });
  let control: Control = freshControl;
  let cancelledAfter: number | undefined;

  for (let step = 0; step < 2_000; step += 1) {
    const decision: Decision = planNextWave({ plan, control, health: noHealth, now });
    if (decision.kind === 'finish') return { plan, dispatch, waves, outcome: decision.outcome, cancelledAfter };
    if (decision.kind === 'hold') control = { ...freshControl, accepted: figuresOf(noHealth, plan.totals) };
    else if (decision.kind === 'wait') plan = { ...plan, canaryFinishedAt: new Date(0) };
    else if (decision.kind === 'send') {
      plan = openWave(plan, decision.wave);
      if (!isDeepStrictEqual(planNextWave({ plan, control, health: noHealth, now }), decision)) {
        throw new Error('a repeated question is answered differently');
      }
      waves.push(decision.wave);

      const deed = person[decision.wave.wave - 1] ?? 'nothing';
      if (control.control !== 'cancel' && deed !== 'nothing') control = { ...control, control: deed };
      if (control.control === 'cancel') cancelledAfter ??= decision.wave.wave;
      const finished = dispatch.work(decision.wave, control.control !== 'send');
      plan = foldWave(foldWave(plan, finished), finished);
    } else throw new Error(decision.reason);
  }
  throw new Error('the run does not end');
};

/** The smallest story for which a claim is not true, `null` if there is none. */
const exceptionTo = (claim: (ending: Ending, given: Story) => boolean): unknown =>
  fc.check(
    fc.property(story, (given) => claim(play(given), given)),
    { numRuns: 80 },
  ).counterexample;

describe('a run', () => {
  it('accounts for every recipient when it is sent', () => {
    const exception = exceptionTo(
      ({ plan, outcome }, { chunks }) => outcome !== 'sent' || accountedFor(plan.totals) === chunks * CHUNK,
    );

    expect(exception).toBeNull();
  });

  it('says exactly how many are unsent when it is cancelled', () => {
    const exception = exceptionTo(({ plan, dispatch }) => {
      const pending = dispatch.chunks.reduce((sum, chunk) => sum + chunk.pending, 0);
      const total = accountedFor(plan.totals) + certainlyUnsent(plan) + plan.unsettled;
      return certainlyUnsent(plan) === pending && total === plan.recipients;
    });

    expect(exception).toBeNull();
  });

  it('releases every chunk unless it is cancelled, and none that does not exist', () => {
    const exception = exceptionTo(({ waves, outcome }, { chunks }) => {
      const released = new Set(waves.flatMap((wave) => wave.chunks));
      const allExist = [...released].every((chunk) => chunk >= 0 && chunk < chunks);
      return allExist && (outcome !== 'sent' || released.size === chunks);
    });

    expect(exception).toBeNull();
  });

  it('never has a chunk twice in a wave', () => {
    const exception = exceptionTo(({ waves }) => waves.every(({ chunks }) => new Set(chunks).size === chunks.length));

    expect(exception).toBeNull();
  });

  it('settles last: a settling wave that nobody stopped is the end', () => {
    const exception = exceptionTo(({ waves }, { person }) => {
      const first = waves.findIndex(({ final }) => final);
      const deed = person[(waves[first]?.wave ?? 0) - 1] ?? 'nothing';
      return first < 0 || deed !== 'nothing' || first === waves.length - 1;
    });

    expect(exception).toBeNull();
  });

  it('releases nothing new after a cancel', () => {
    const exception = exceptionTo(({ waves, cancelledAfter = Number.POSITIVE_INFINITY }) => {
      const later = waves.filter(({ wave }) => wave > cancelledAfter);
      const before = new Set(waves.filter(({ wave }) => wave <= cancelledAfter).flatMap(({ chunks }) => chunks));
      const onlySettles = later.every(({ final, chunks }) => final && chunks.every((chunk) => before.has(chunk)));
      return onlySettles && later.length <= 1;
    });

    expect(exception).toBeNull();
  });

  it('numbers its waves without a gap, and has few enough for one execution', () => {
    const exception = exceptionTo(
      ({ waves }) => waves.length <= MOST_WAVES && waves.every(({ wave }, n) => wave === n + 1),
    );

    expect(exception).toBeNull();
  });
});
