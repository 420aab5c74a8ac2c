import type { Control } from './control.ts';
import { type DepartureProgress, progressOf, stopsAhead } from './departures.ts';
import type { Exclusion } from './exclusion.ts';
import { type Health, isPutOff } from './guardrail.ts';
import { accountedFor, certainlyUnsent, freshPlan, type Plan, takenBy, type UnreadableChunks } from './plan.ts';
import type { Run } from './run.ts';
import type { RunFinished } from './run-fact.ts';
import { sayReason } from './run-reasons.ts';
import { type Waiting, type WaitingRun, waitingOf } from './run-waiting.ts';
import { CHUNK_SIZE } from './snapshot.ts';
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
  /** When it goes on by itself, where that is known. */
  readonly waitsUntil?: Date;
  readonly waiting?: Pick<Waiting, 'reason' | 'until'>;
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
  /** How many waves the attempts before this one have sent: 0 where they ended before the first. */
  readonly wavesBefore: number;
  /** Whom people have left out of it: they are among the suppressed. */
  readonly excluded?: Exclusion;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  /** Of a run that mails everybody by the clock where they are. */
  readonly departures?: readonly DepartureProgress[];
}

interface Known extends WaitingRun {
  readonly health?: Health;
}

/** A run is held when nothing more is sent: until the wave under way has stopped, it is still sending. */
const statusOf = (known: Known): RunReport['status'] => {
  const { run, control, plan, snapshot } = known;
  if (run.status !== 'running') return run.status;
  if (control.control === 'hold' && !plan?.open) return 'held';
  if (waitingOf(known)) return 'waiting';
  return snapshot ? 'sending' : 'preparing';
};

/** Whether its waves do not grow because mailbox providers put its mails off. */
const isSlowed = ({ run, control, health, plan }: Known): boolean =>
  run.status === 'running' &&
  control.control === 'send' &&
  health !== undefined &&
  isPutOff({ health, ...(plan && { taken: takenBy(plan) }) });

const nobody = freshPlan({ recipients: 0, chunks: 0 });

const countsOf = ({ run, plan = nobody, capacity, snapshot, now }: Known) => {
  const open = plan.recipients - accountedFor(plan.totals);
  const unsettled = Math.min(plan.unsettled, open);
  const isRunning = run.status === 'running';
  return {
    recipients: plan.recipients,
    chunks: plan.chunks,
    wave: plan.wave,
    waves: isRunning ? expectedWaves(plan, capacity, stopsAhead(snapshot?.departures ?? [], now)) : plan.wave,
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
  return sayReason('unreadable', { found });
};

/** Why it goes slowly, or not on, by itself. */
const ownReasonOf = (known: Known): string | undefined =>
  waitingOf(known)?.sentence ?? (isSlowed(known) ? delayWarning : undefined) ?? unreadableReason(known.plan ?? nobody);

const reasonOf = (known: Known): string | undefined =>
  known.run.failure?.message ?? known.control.reason ?? ownReasonOf(known);

const waitingIn = (known: Known): Pick<RunReport, 'waiting' | 'waitsUntil'> => {
  const { reason, until } = waitingOf(known) ?? {};
  return {
    ...(until && { waitsUntil: until }),
    ...(reason && { waiting: { reason, ...(until && { until }) } }),
  };
};

const departuresIn = ({ snapshot, plan, now }: Known): Pick<RunReport, 'departures'> =>
  snapshot?.departures && plan ? { departures: progressOf(snapshot.departures, plan, now) } : {};

/** Sums up a run for whoever follows it. Its counts add up to `recipients`. */
export const reportRun = (known: Known): RunReport => {
  const { run, control } = known;
  const reason = reasonOf(known);
  return {
    runId: run.runId,
    campaignId: run.campaignId,
    status: statusOf(known),
    control: control.control,
    ...(reason !== undefined && { reason }),
    ...(control.guardrail && { guardrail: explainVerdict(control.guardrail) }),
    ...waitingIn(known),
    ...countsOf(known),
    attempt: run.attempt,
    wavesBefore: known.plan?.wavesBefore ?? 0,
    ...(control.exclude && { excluded: control.exclude }),
    startedAt: run.startedAt,
    ...(run.finishedAt && { finishedAt: run.finishedAt }),
    ...departuresIn(known),
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
