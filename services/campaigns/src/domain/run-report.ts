import { type Capacity, isUsedUp, isWaitingForQuota, quotaReason } from './capacity.ts';
import type { Control } from './control.ts';
import type { Exclusion } from './exclusion.ts';
import { type Health, isPutOff } from './guardrail.ts';
import { accountedFor, certainlyUnsent, freshPlan, type Plan, takenBy, type UnreadableChunks } from './plan.ts';
import type { Run } from './run.ts';
import type { RunFinished } from './run-fact.ts';
import { CHUNK_SIZE, type Snapshot, type SnapshotProgress } from './snapshot.ts';
import { delayWarning, explainVerdict, type Finding } from './verdict.ts';
import { expectedWaves } from './wave-size.ts';

/** What a person who follows a run sees. */
export interface RunReport {
  readonly runId: string;
  readonly campaignId: string;
  readonly status: 'preparing' | 'sending' | 'held' | 'waiting' | 'sent' | 'cancelled' | 'failed';
  readonly control: Control['control'];
  /** Why it is held, why it failed, what it waits for, or why not everybody could be sent to. */
  readonly reason?: string;
  /** When it goes on by itself, where that is known: its send window opens. */
  readonly waitsUntil?: Date;
  /** The guardrail that holds it: its figures, why it matters, what to do. */
  readonly guardrail?: Finding;
  readonly recipients: number;
  readonly chunks: number;
  /** The last wave released, and how many there will be if nothing stops the run. */
  readonly wave: number;
  readonly waves: number;
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  readonly left: number;
  readonly pending: number;
  readonly unsettled: number;
  readonly unsent?: number;
  /** Whose recipients are unsent until somebody repairs them and completes the run. */
  readonly unreadable?: readonly UnreadableChunks[];
  readonly attempt: number;
  /** Whom people have left out of it: they are among the suppressed. */
  readonly excluded?: Exclusion;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
}

interface Known {
  readonly run: Run;
  readonly control: Control;
  readonly health?: Health;
  readonly snapshot?: Snapshot;
  readonly snapshotProgress?: SnapshotProgress | undefined;
  /** With the result of the open wave, if it is there already. */
  readonly plan?: Plan;
  readonly capacity?: Capacity | undefined;
  readonly now: Date;
}

/** A run is held when nothing more is sent: until the wave under way has stopped, it is still sending. */
const statusOf = (known: Known): RunReport['status'] => {
  const { run, control, plan, snapshot, now } = known;
  if (run.status !== 'running') return run.status;
  if (control.control === 'hold' && !plan?.open) return 'held';
  if (!snapshot) return snapshotWaitOf(known) === undefined ? 'preparing' : 'waiting';
  return waitsForQuota(known) || isPaused(run, now) || opensAtOf(known) ? 'waiting' : 'sending';
};

/** What its snapshot waits for, unless an earlier attempt waited for it. */
const snapshotWaitOf = ({ run, control, snapshot, snapshotProgress }: Known): string | undefined => {
  if (run.status !== 'running' || control.control !== 'send' || snapshot !== undefined) return undefined;
  return (snapshotProgress?.attempt ?? run.attempt) === run.attempt ? snapshotProgress?.waitsFor : undefined;
};

const isPaused = ({ waitsUntil }: Run, now: Date): boolean => waitsUntil !== undefined && waitsUntil > now;

/** When the send window opens that it waits for. Whoever is to stop does not wait. */
const opensAtOf = ({ run, control, plan, now }: Known): Date | undefined => {
  if (run.status !== 'running' || control.control !== 'send' || plan?.open) return undefined;
  return run.opensAt && run.opensAt > now ? run.opensAt : undefined;
};

const windowReason = ({ run }: Known, opensAt: Date): string => {
  const { timeZone = 'UTC' } = run.window ?? {};
  const shown = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(opensAt);
  return `Outside its send window nothing is sent. The run goes on by itself on ${shown} (${timeZone}).`;
};

/** Between waves the planner waits, in a wave dispatch does. Whoever is to stop does not wait. */
const waitsForQuota = ({ run, control, plan, capacity, now }: Known): boolean => {
  if (run.status !== 'running' || control.control !== 'send' || capacity === undefined) return false;
  if (plan?.open) return isWaitingForQuota(capacity, now);
  return isUsedUp(capacity) && isPaused(run, now);
};

/** Whether its waves do not grow because mailbox providers put its mails off. */
const isSlowed = ({ run, control, health, plan }: Known): boolean =>
  run.status === 'running' &&
  control.control === 'send' &&
  health !== undefined &&
  isPutOff({ health, ...(plan && { taken: takenBy(plan) }) });

const nobody = freshPlan({ recipients: 0, chunks: 0 });

const countsOf = ({ run, plan = nobody, capacity }: Known) => {
  const open = plan.recipients - accountedFor(plan.totals);
  const unsettled = Math.min(plan.unsettled, open);
  const isRunning = run.status === 'running';
  return {
    recipients: plan.recipients,
    chunks: plan.chunks,
    wave: plan.wave,
    waves: isRunning ? expectedWaves(plan, capacity) : plan.wave,
    ...plan.totals,
    pending: isRunning ? open - unsettled : 0,
    unsettled,
    ...(!isRunning && { unsent: unsentOf(plan) }),
    ...(plan.unreadable.length > 0 && { unreadable: plan.unreadable }),
  };
};

/** What a person can do about recipients whose rows cannot be read. */
const unreadableReason = ({ unreadable }: Plan): string | undefined => {
  if (unreadable.length === 0) return undefined;
  const found = unreadable.map(({ reason, chunks }) => `${reason} in ${chunks.length}`).join(', ');
  return `Some chunks of the snapshot cannot be read (${found}). Their recipients are unsent: repair them, then complete the run.`;
};

const waitReasonOf = (known: Known): string | undefined => {
  const opensAt = opensAtOf(known);
  if (opensAt) return windowReason(known, opensAt);
  return waitsForQuota(known) ? quotaReason : snapshotWaitOf(known);
};

const reasonOf = (known: Known): string | undefined => {
  const { run, control, plan = nobody } = known;
  return (
    run.failure?.message ??
    control.reason ??
    waitReasonOf(known) ??
    (isSlowed(known) ? delayWarning : undefined) ??
    unreadableReason(plan)
  );
};

/** Sums up a run for whoever follows it. Its counts add up to `recipients`. */
export const reportRun = (known: Known): RunReport => {
  const { run, control } = known;
  const reason = reasonOf(known);
  const opensAt = opensAtOf(known);

  return {
    runId: run.runId,
    campaignId: run.campaignId,
    status: statusOf(known),
    control: control.control,
    ...(reason !== undefined && { reason }),
    ...(control.guardrail && { guardrail: explainVerdict(control.guardrail) }),
    ...(opensAt && { waitsUntil: opensAt }),
    ...countsOf(known),
    attempt: run.attempt,
    ...(control.exclude && { excluded: control.exclude }),
    startedAt: run.startedAt,
    ...(run.finishedAt && { finishedAt: run.finishedAt }),
  };
};

/** What has become of everybody, at the end of a run. */
export const finishedFact = (run: Run, outcome: RunFinished['outcome']): RunFinished => {
  const { runId, campaignId, attempt, plan = nobody } = run;
  const isOver = outcome !== 'failed';
  return {
    fact: 'run_finished',
    runId,
    campaignId,
    attempt,
    outcome,
    recipients: plan.recipients,
    ...plan.totals,
    left: plan.totals.left + (isOver ? plan.unsettled : 0),
    unsent: unsentOf(plan),
  };
};

/** Of a wave that is under way when its run fails nobody can say who was not sent to. */
const unsentOf = (plan: Plan): number => certainlyUnsent(plan, (plan.open?.chunks.length ?? 0) * CHUNK_SIZE);
