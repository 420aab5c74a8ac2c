import type { Control } from './control.ts';
import { accountedFor, certainlyUnsent, noTotals, type Plan } from './plan.ts';
import type { Run } from './run.ts';
import type { RunFinished } from './run-fact.ts';
import { CHUNK_SIZE, type Snapshot } from './snapshot.ts';
import { expectedWaves } from './wave-size.ts';

/** What a person who follows a run sees. */
export interface RunReport {
  readonly runId: string;
  readonly campaignId: string;
  readonly status: 'preparing' | 'sending' | 'held' | 'waiting' | 'sent' | 'cancelled' | 'failed';
  readonly control: Control['control'];
  /** Why it is held, or why it failed. */
  readonly reason?: string;
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
  readonly attempt: number;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
}

interface Known {
  readonly run: Run;
  readonly control: Control;
  readonly snapshot?: Snapshot;
  /** With the result of the open wave, if it is there already. */
  readonly plan?: Plan;
  readonly now: Date;
}

/** A run is held when nothing more is sent: until the wave under way has stopped, it is still sending. */
const statusOf = ({ run, control, plan, snapshot, now }: Known): RunReport['status'] => {
  if (run.status !== 'running') return run.status;
  if (!snapshot || !plan) return control.control === 'hold' ? 'held' : 'preparing';
  if (control.control === 'hold' && !plan.open) return 'held';
  return run.waitsUntil && run.waitsUntil > now ? 'waiting' : 'sending';
};

/** Sums up a run for whoever follows it. Its counts add up to `recipients`. */
export const reportRun = (known: Known): RunReport => {
  const { run, control, plan, snapshot } = known;
  const recipients = snapshot?.recipients ?? 0;
  const totals = plan?.totals ?? noTotals;
  const unsettled = Math.min(plan?.unsettled ?? 0, recipients - accountedFor(totals));
  const reason = run.failure?.message ?? control.reason;

  return {
    runId: run.runId,
    campaignId: run.campaignId,
    status: statusOf(known),
    control: control.control,
    ...(reason !== undefined && { reason }),
    recipients,
    chunks: snapshot?.chunks ?? 0,
    wave: plan?.wave ?? 0,
    waves: plan ? expectedWaves(plan) : 0,
    ...totals,
    pending: run.status === 'running' ? recipients - accountedFor(totals) - unsettled : 0,
    unsettled,
    ...(plan && run.status !== 'running' && { unsent: unsentOf(plan) }),
    attempt: run.attempt,
    startedAt: run.startedAt,
    ...(run.finishedAt && { finishedAt: run.finishedAt }),
  };
};

/** What has become of everybody, at the end of a run. */
export const finishedFact = (run: Run, outcome: RunFinished['outcome']): RunFinished => {
  const { runId, campaignId, attempt, plan } = run;
  const totals = plan?.totals ?? noTotals;
  const left = outcome === 'failed' || !plan ? totals.left : totals.left + plan.unsettled;

  return {
    fact: 'run_finished',
    runId,
    campaignId,
    attempt,
    outcome,
    recipients: plan?.recipients ?? 0,
    ...totals,
    left,
    unsent: plan ? unsentOf(plan) : 0,
  };
};

/** Of a wave that is under way when its run fails nobody can say who was not sent to. */
const unsentOf = (plan: Plan): number => certainlyUnsent(plan, (plan.open?.chunks.length ?? 0) * CHUNK_SIZE);
