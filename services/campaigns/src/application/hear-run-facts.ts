import type { Capacity } from '../domain/capacity.ts';
import { guardrailReason, type Health } from '../domain/guardrail.ts';
import type { WaveResult } from '../domain/plan.ts';
import type { Snapshot, SnapshotProgress } from '../domain/snapshot.ts';
import type { ChangeRunControl } from './change-run-control.ts';
import type { Cause, RunFacts, Runs } from './ports.ts';
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

/** What the others say about a run that is under way. Every method may be called twice, late, and for an ended run. */
export interface RunFactsHeard {
  snapshotTaken(runId: string, snapshot: Snapshot): Promise<void>;
  snapshotFailed(runId: string, failure: SnapshotFailure): Promise<void>;
  snapshotProgressed(runId: string, progress: SnapshotProgress): Promise<void>;
  waveFinished(runId: string, result: WaveResult, capacity?: Capacity): Promise<void>;
  waveProgressed(runId: string, wave: number, capacity?: Capacity): Promise<void>;
  healthChanged(runId: string, health: Health, heard: { readonly at: Date; readonly cause: Cause }): Promise<void>;
  sendingSuspended(runId: string, reason: string, heard: { readonly at: Date; readonly cause: Cause }): Promise<void>;
}

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
      await facts.keepWave(runId, result);
      await wakeRun(runId, { step: 'wave', wave: result.wave });
    },
    waveProgressed: async (runId, wave, capacity) => {
      if (capacity) await facts.keepCapacity(runId, capacity);
      await beatStep(runId, { step: 'wave', wave });
    },
    healthChanged: async (runId, health, { at, cause }) => {
      await facts.keepHealth(runId, health);
      const known = await runs.find(runId);
      if (known?.run.status !== 'running' || known.control.control !== 'send') return;
      const reason = guardrailReason(known.health, known.control.accepted);
      if (reason !== undefined) await changeRunControl({ runId, control: 'hold', reason, askedAt: at }, cause);
    },
    sendingSuspended: async (runId, reason, { at, cause }) => {
      await changeRunControl({ runId, control: 'hold', reason, askedAt: at }, cause);
    },
  };
};
