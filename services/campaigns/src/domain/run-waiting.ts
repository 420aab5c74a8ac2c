import { type Capacity, isUsedUp, isWaitingForQuota, quotaReason } from './capacity.ts';
import type { Control } from './control.ts';
import { nextDeparture } from './departures.ts';
import type { Plan } from './plan.ts';
import type { Run } from './run.ts';
import { sayReason } from './run-reasons.ts';
import type { Snapshot, SnapshotProgress } from './snapshot.ts';

/** What a run waits for by itself, and until when, where that is known. */
export interface Waiting {
  readonly reason: 'local_time' | 'send_window' | 'quota' | 'imports' | 'first_mails';
  readonly until?: Date;
  /** For whoever follows the run. */
  readonly sentence?: string;
}

export interface WaitingRun {
  readonly run: Run;
  readonly control: Control;
  readonly snapshot?: Snapshot;
  readonly snapshotProgress?: SnapshotProgress | undefined;
  /** With the result of the open wave, if it is there already. */
  readonly plan?: Plan;
  readonly capacity?: Capacity | undefined;
  readonly now: Date;
}

/** What its snapshot waits for, unless an earlier attempt waited for it. */
const forImports = ({ run, snapshot, snapshotProgress }: WaitingRun): Waiting | undefined => {
  const { waitsFor, attempt = run.attempt } = snapshotProgress ?? {};
  if (snapshot !== undefined || waitsFor === undefined || attempt !== run.attempt) return undefined;
  return { reason: 'imports', sentence: waitsFor };
};

const shown = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(at);

const forWindow = ({ run, plan, now }: WaitingRun): Waiting | undefined => {
  const { opensAt: until, window } = run;
  if (plan?.open || until === undefined || until <= now) return undefined;
  const { timeZone = 'UTC' } = window ?? {};
  const sentence = sayReason('window', { at: shown(timeZone, until), zone: timeZone });
  return { reason: 'send_window', until, sentence };
};

const forDeparture = ({ run, snapshot, plan, now }: WaitingRun): Waiting | undefined => {
  if (plan === undefined || plan.open) return undefined;
  const until = nextDeparture(plan, snapshot?.departures ?? [], now);
  if (until === undefined) return undefined;
  const { otherwise = 'UTC' } = run.localTime ?? {};
  const sentence = sayReason('departure', { at: shown(otherwise, until), zone: otherwise });
  return { reason: 'local_time', until, sentence };
};

const isPaused = ({ run, now }: WaitingRun): boolean => run.waitsUntil !== undefined && run.waitsUntil > now;

/** Between waves the planner waits, in a wave dispatch does. */
const forQuota = (known: WaitingRun): Waiting | undefined => {
  const { plan, capacity, now } = known;
  if (capacity === undefined) return undefined;
  const waits = plan?.open ? isWaitingForQuota(capacity, now) : isUsedUp(capacity) && isPaused(known);
  return waits ? { reason: 'quota', sentence: quotaReason } : undefined;
};

/** What a run waits for. Whoever is to stop does not wait. */
export const waitingOf = (known: WaitingRun): Waiting | undefined => {
  if (known.run.status !== 'running' || known.control.control !== 'send') return undefined;
  return (
    forImports(known) ??
    forWindow(known) ??
    forDeparture(known) ??
    forQuota(known) ??
    (isPaused(known) ? { reason: 'first_mails' } : undefined)
  );
};
