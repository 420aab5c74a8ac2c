import type { Capacity } from '../domain/capacity.ts';
import type { Control } from '../domain/control.ts';
import type { Health } from '../domain/guardrail.ts';
import type { Reconsidered, WaveResult } from '../domain/plan.ts';
import type { Run } from '../domain/run.ts';
import type { Snapshot, SnapshotProgress } from '../domain/snapshot.ts';
import type { KeptWave, WaveEnd } from '../domain/timeline.ts';
import type { WorstParts } from '../domain/worst-parts.ts';

/** Everything that is known of a run, as of now. */
export interface KnownRun {
  readonly run: Run;
  readonly control: Control;
  readonly health: Health;
  /** Where most of the harm comes from, as it was said with the health. */
  readonly worst?: WorstParts;
  readonly snapshot?: Snapshot;
  readonly snapshotProgress?: SnapshotProgress;
  /** How the wave ended that is open in the run's plan, if dispatch has said so. */
  readonly openResult?: WaveResult;
  /** What dispatch can send, if it has said so. */
  readonly capacity?: Capacity | undefined;
}

export interface Runs {
  /** Strongly consistent. */
  find(runId: string): Promise<KnownRun | undefined>;
  /** @throws RetryableError `run_changed` if the stored revision is not this one */
  save(run: Run): Promise<void>;
}

/** How the waves of runs ended. */
export interface Waves {
  /** The last of them, at most so many, in their order. */
  of(runId: string, most: number): Promise<readonly KeptWave[]>;
}

/** What the others have said of a run. Each is kept when it is heard, whatever the run is doing. */
export interface RunFacts {
  /** The first of a run counts. */
  keepSnapshot(runId: string, snapshot: Snapshot): Promise<void>;
  /** The latest counts. */
  keepSnapshotProgress(runId: string, progress: SnapshotProgress): Promise<void>;
  /** The first of a wave counts. */
  keepWave(runId: string, result: WaveResult, ended?: WaveEnd): Promise<void>;
  /** The latest counts. */
  keepHealth(runId: string, health: Health, worst?: WorstParts): Promise<void>;
  /** The latest counts. */
  keepCapacity(runId: string, capacity: Capacity): Promise<void>;
  /** Whether a waiting step need not wait: a cancelled run waits for no recipients. Strongly consistent. */
  isAnswered(runId: string, step: WaitingStep): Promise<boolean>;
}

export interface Controls {
  /** Strongly consistent; a run that nobody ever controlled has the fresh one. */
  find(runId: string): Promise<Control>;
  /** Stores the next revision; false if somebody else stored one first. */
  save(runId: string, control: Control): Promise<boolean>;
}

/** A state of the run that waits for somebody else. */
export type WaitingStep =
  | { readonly step: 'snapshot' }
  | { readonly step: 'wave'; readonly wave: number }
  | { readonly step: 'resume' }
  | { readonly step: 'window' };

/** Task tokens: what lets a waiting state go on. They never leave this service. */
export interface TaskTokens {
  keep(runId: string, step: WaitingStep, token: string): Promise<void>;
  /** A state that was tried again has several; only one is alive. Strongly consistent. */
  of(runId: string, step: WaitingStep): Promise<readonly string[]>;
  forget(runId: string, step: WaitingStep, tokens: readonly string[]): Promise<void>;
}

/** Waiting states. A token that nobody waits for any more is no error: the state has gone on already. */
export interface WaitingStates {
  succeed(token: string): Promise<void>;
  fail(token: string, reason: { readonly error: string; readonly cause: string }): Promise<void>;
  beat(token: string): Promise<void>;
}

export interface Execution {
  readonly runId: string;
  readonly campaignId: string;
  readonly attempt: number;
  readonly correlationId: string;
  /** Whom this attempt mails besides those who are still to be mailed. */
  readonly reconsider?: readonly Reconsidered[] | undefined;
}

export interface Executions {
  /** Starts the state machine; an execution that exists already is the one that was asked for. */
  start(execution: Execution): Promise<void>;
}

export interface Schedules {
  /** Starts the execution at a time, then takes back the times of earlier attempts. */
  set(execution: Execution, at: Date): Promise<void>;
  /** Takes back the time of an attempt, and those of earlier ones. */
  clear(execution: Pick<Execution, 'runId' | 'attempt'>): Promise<void>;
}
