import type { Capacity } from '../domain/capacity.ts';
import { guardrailVerdict, type Health } from '../domain/guardrail.ts';
import { takenBy, type WaveResult } from '../domain/plan.ts';
import type { Snapshot, SnapshotProgress } from '../domain/snapshot.ts';
import type { WaveEnd } from '../domain/timeline.ts';
import { reasonOf } from '../domain/verdict.ts';
import { type WorstParts, withBlame } from '../domain/worst-parts.ts';
import type { ChangeRunControl } from './change-run-control.ts';
import type { Cause } from './ports.ts';
import type { KnownRun, RunFacts, Runs } from './run-ports.ts';
import { upToDatePlan } from './up-to-date-plan.ts';
import type { BeatStep, FailStep, WakeRun } from './wake-run.ts';

interface Needs {
  readonly facts: Omit<RunFacts, 'isAnswered'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly wakeRun: WakeRun;
  readonly failStep: FailStep;
  readonly beatStep: BeatStep;
  readonly changeRunControl: ChangeRunControl;
}

export interface SnapshotFailure {
  /** The attempt that asked; missing where audience did not know of attempts yet. */
  readonly attempt?: number | undefined;
  /** A sentence a marketer understands. */
  readonly message: string;
}

interface HeardOfHealth {
  readonly at: Date;
  readonly cause: Cause;
  /** Where most of the harm comes from. */
  readonly worst?: WorstParts | undefined;
}

/** What the others say about a run that is under way. Every method may be called twice, late, and for an ended run. */
export interface RunFactsHeard {
  snapshotTaken(runId: string, snapshot: Snapshot): Promise<void>;
  snapshotFailed(runId: string, failure: SnapshotFailure): Promise<void>;
  snapshotProgressed(runId: string, progress: SnapshotProgress): Promise<void>;
  waveFinished(runId: string, result: WaveResult, capacity?: Capacity): Promise<void>;
  waveProgressed(runId: string, wave: number, capacity?: Capacity): Promise<void>;
  healthChanged(runId: string, health: Health, heard: HeardOfHealth): Promise<void>;
  sendingSuspended(runId: string, reason: string, heard: { readonly at: Date; readonly cause: Cause }): Promise<void>;
}

/** What is known of a run as one of its waves ends, for whoever looks at it later. */
const endOf = (known: KnownRun | undefined, { wave }: WaveResult): WaveEnd | undefined => {
  const plan = known?.run.plan;
  if (known === undefined || plan?.open?.wave !== wave) return undefined;
  return { ...(plan.openedAt && { releasedAt: plan.openedAt }), health: known.health };
};

/** Facts are kept before a waiting state is woken: a run that does not wait yet finds them when it does. */
export const makeHearRunFacts = (needs: Needs): RunFactsHeard => {
  const { facts, runs, wakeRun, failStep, beatStep, changeRunControl } = needs;
  return {
    snapshotTaken: async (runId, snapshot) => {
      await facts.keepSnapshot(runId, snapshot);
      await wakeRun(runId, { step: 'snapshot' });
    },
    snapshotFailed: async (runId, { attempt, message }) => {
      const known = attempt === undefined ? undefined : await runs.find(runId);
      // What an earlier attempt was told may come again, and late: the one that waits now has asked anew.
      if (known !== undefined && known.run.attempt !== attempt) return;
      await failStep(runId, { step: 'snapshot' }, { error: 'SnapshotFailed', cause: message });
    },
    snapshotProgressed: async (runId, progress) => {
      await facts.keepSnapshotProgress(runId, progress);
      await beatStep(runId, { step: 'snapshot' });
    },
    waveFinished: async (runId, result, capacity) => {
      if (capacity) await facts.keepCapacity(runId, capacity);
      await facts.keepWave(runId, result, endOf(await runs.find(runId), result));
      await wakeRun(runId, { step: 'wave', wave: result.wave });
    },
    waveProgressed: async (runId, wave, capacity) => {
      if (capacity) await facts.keepCapacity(runId, capacity);
      await beatStep(runId, { step: 'wave', wave });
    },
    healthChanged: async (runId, health, { at, cause, worst }) => {
      await facts.keepHealth(runId, health, worst);
      const known = await runs.find(runId);
      if (known?.run.status !== 'running' || known.control.control !== 'send') return;
      const plan = upToDatePlan(known);
      const { accepted } = known.control;
      const limits = known.run.guardrails;
      const seen = { health: known.health, accepted, limits };
      const guardrail = guardrailVerdict({ ...seen, ...(plan && { taken: takenBy(plan) }) });
      if (guardrail === undefined) return;
      const reason = withBlame(reasonOf(guardrail), known.worst);
      await changeRunControl({ runId, control: 'hold', reason, guardrail, askedAt: at }, cause);
    },
    sendingSuspended: async (runId, reason, { at, cause }) => {
      await changeRunControl({ runId, control: 'hold', reason, askedAt: at }, cause);
    },
  };
};
