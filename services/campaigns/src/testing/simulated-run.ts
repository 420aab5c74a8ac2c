import { isDeepStrictEqual } from 'node:util';

import { type Control, freshControl } from '../domain/control.ts';
import { foldWave } from '../domain/fold-wave.ts';
import { figuresOf, noHealth } from '../domain/guardrail.ts';
import { freshPlan, handoversOf, type Plan, type Reconsidered, type Wave, type WaveResult } from '../domain/plan.ts';
import { type Decision, openWave, planNextWave } from '../domain/plan-next-wave.ts';
import { begin, CHUNK, departuresOf, type Story } from './story.ts';

/** What a chunk looks like to dispatch: ten recipients, pending until sent, in doubt, or done. */
interface ChunkState {
  pending: number;
  doubt: number;
  left: number;
  refused: number;
  suppressed: number;
  /** Its rows cannot be read: nobody more is sent to. */
  isTorn: boolean;
}

const untouched: ChunkState = { pending: 0, doubt: 0, left: 0, refused: 0, suppressed: 0, isTorn: false };

const fates = ['refused', 'suppressed', 'accepted', 'accepted', 'accepted'] as const;

/** A dispatch that does to each chunk what it is told, within what the protocol allows. */
export class SimulatedDispatch {
  readonly chunks: ChunkState[];
  /** The clock of the story. */
  now = begin;
  readonly #whims: () => number;

  constructor(chunks: number, whims: () => number) {
    this.chunks = Array.from({ length: chunks }, () => ({ ...untouched, pending: CHUNK }));
    this.#whims = whims;
  }

  get pending(): number {
    return this.chunks.reduce((sum, { pending }) => sum + pending, 0);
  }

  /** A person takes up to a day to think. */
  think(): void {
    this.now = new Date(this.now.getTime() + (this.#whims() % 24) * 3_600_000);
  }

  repair(): void {
    for (const chunk of this.chunks) chunk.isTorn = false;
  }

  /** Works on a wave. Stopped early (a hold, a cancel) it leaves recipients pending. */
  work(
    { wave, final, chunks, reconsider }: Wave,
    { isStopped, tears }: { isStopped: boolean; tears: boolean },
  ): WaveResult {
    const states = chunks.flatMap((chunk) => this.chunks[chunk] ?? []);
    const reconsidered = reconsider && reopen(states, reconsider);
    const recipients = states.reduce((sum, { pending, doubt }) => sum + pending + doubt, 0);
    const sums = { accepted: 0, refused: 0, suppressed: 0, left: 0 };
    for (const state of states) this.#workOn(state, { sums, isStopped, final, tears });

    const those = (claim: (state: ChunkState) => boolean) =>
      chunks.filter((chunk) => claim(this.chunks[chunk] ?? untouched));
    const isUnreadable = ({ isTorn, pending }: ChunkState) => isTorn && pending > 0;
    const isPending = (state: ChunkState) => state.pending > 0 && !isUnreadable(state);
    const sum = (all: readonly ChunkState[]) => all.reduce((total, { pending }) => total + pending, 0);
    const unreadable = states.filter(isUnreadable);
    return {
      wave,
      final,
      recipients,
      ...sums,
      pending: sum(states.filter(isPending)),
      unsettled: states.reduce((total, { doubt }) => total + doubt, 0),
      chunksWithPending: those(isPending),
      chunksWithDoubt: those((state) => state.doubt > 0 && !isPending(state)),
      ...(unreadable.length > 0 && {
        unreadable: [{ reason: 'chunk_missing', recipients: sum(unreadable), chunks: those(isUnreadable) }],
      }),
      finishedAt: this.now,
      ...(reconsidered && { reconsidered }),
    };
  }

  /** A chunk may be torn when some of it was sent. */
  #most({ isTorn, pending }: ChunkState): number {
    return isTorn ? Math.min(pending, this.#whims() % 3) : pending;
  }

  #workOn(
    state: ChunkState,
    given: {
      sums: { accepted: number; refused: number; suppressed: number; left: number };
      isStopped: boolean;
      final: boolean;
      tears: boolean;
    },
  ): void {
    const { sums, isStopped, final, tears } = given;
    if (tears && this.#whims() % 6 === 0) state.isTorn = true;
    const most = this.#most(state);
    const sent = isStopped ? this.#whims() % (most + 1) : most;
    const doubtful = final ? 0 : Math.min(sent, this.#whims() % 4 === 0 ? 1 : 0);
    const fate = fates[this.#whims() % fates.length] ?? 'accepted';
    sums[fate] += sent - doubtful;
    if (fate !== 'accepted') state[fate] += sent - doubtful;
    state.pending -= sent;
    state.doubt += doubtful;
    if (final) settle(state, sums);
  }
}

/** Those who are reconsidered are pending again. Answers how many they were. */
const reopen = (states: readonly ChunkState[], those: readonly Reconsidered[]) => {
  const moved = { left: 0, refused: 0, suppressed: 0 };
  for (const state of states) {
    for (const fate of those) {
      moved[fate] += state[fate];
      state.pending += state[fate];
      state[fate] = 0;
    }
  }
  return moved;
};

const settle = (state: ChunkState, sums: { left: number }): void => {
  sums.left += state.doubt;
  state.left += state.doubt;
  state.doubt = 0;
};

export interface Ending {
  readonly plan: Plan;
  readonly dispatch: SimulatedDispatch;
  readonly waves: readonly Wave[];
  /** When each of them was released. */
  readonly times: readonly Date[];
  readonly results: readonly WaveResult[];
  readonly outcome: string;
  readonly cancelledAfter: number | undefined;
}

/** Plays a run to its end as the state machine would. */
export const play = (story: Story): Ending => {
  const { chunks, whims } = story;
  let turn = 0;
  const dispatch = new SimulatedDispatch(chunks, () => whims[turn++ % whims.length] ?? 0);
  return playOn(story, { dispatch, plan: freshPlan({ recipients: chunks * CHUNK, chunks }) });
};

/** Plays another attempt, or the first. */
export const playOn = (given: Story, begun: Pick<Ending, 'plan' | 'dispatch'>): Ending => {
  const { person, tears } = given;
  const { dispatch } = begun;
  const departures = departuresOf(given);
  const waves: Wave[] = [];
  const times: Date[] = [];
  const results: WaveResult[] = [];
  let { plan } = begun;
  let control: Control = freshControl;
  let cancelledAfter: number | undefined;

  for (let step = 0; step < 2_000; step += 1) {
    const situation = { control, health: noHealth, departures, now: dispatch.now };
    const decision: Decision = planNextWave({ plan, ...situation });
    if (decision.kind === 'finish')
      return { plan, dispatch, waves, times, results, outcome: decision.outcome, cancelledAfter };
    if (decision.kind === 'hold') {
      dispatch.think();
      control = { ...freshControl, accepted: figuresOf(noHealth, handoversOf(plan)) };
    } else if (decision.kind === 'wait') plan = { ...plan, waveFinishedAt: new Date(0) };
    else if (decision.kind === 'wait_for_departure') dispatch.now = decision.until;
    else if (decision.kind === 'send') {
      plan = openWave(plan, decision.wave);
      if (!isDeepStrictEqual(planNextWave({ plan, ...situation }), decision)) {
        throw new Error('a repeated question is answered differently');
      }
      waves.push(decision.wave);
      times.push(dispatch.now);

      const deed = person[decision.wave.wave - 1] ?? 'nothing';
      if (control.control !== 'cancel' && deed !== 'nothing') control = { ...control, control: deed };
      if (control.control === 'cancel') cancelledAfter ??= decision.wave.wave;
      const finished = dispatch.work(decision.wave, { isStopped: control.control !== 'send', tears });
      results.push(finished);
      plan = foldWave(foldWave(plan, finished), finished);
    } else throw new Error(`unexpected: ${decision.kind}`);
  }
  throw new Error('the run does not end');
};
