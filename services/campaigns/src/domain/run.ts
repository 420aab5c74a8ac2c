import type { Audience } from './audience.ts';
import type { Campaign, DoubtWishes } from './campaign.ts';
import type { GuardrailLimits } from './guardrail.ts';
import { runIdOf } from './ids.ts';
import type { LocalTime } from './local-time.ts';
import { certainlyUnsent, freshPlan, type Plan, type Reconsidered, reopenPlan } from './plan.ts';
import type { SendWindow } from './send-window.ts';
import type { Snapshot } from './snapshot.ts';

/** Why a run failed. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** One execution of a campaign, over all its attempts. */
export interface Run {
  readonly runId: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly listId: string;
  readonly audience?: Audience;
  readonly attempt: number;
  readonly status: 'running' | 'sent' | 'cancelled' | 'failed';
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  /** The frozen content and the merge fields it uses. */
  readonly content?: { readonly uri: string; readonly fields: readonly string[] };
  readonly plan?: Plan;
  /** Until when the run waits by itself. */
  readonly waitsUntil?: Date;
  /** When the send window opens that it waits for. */
  readonly opensAt?: Date;
  readonly failure?: Failure;
  readonly doubt?: DoubtWishes;
  readonly window?: SendWindow;
  readonly guardrails?: GuardrailLimits;
  /** By whose clocks its mails go out; by nobody's where it is missing. */
  readonly localTime?: LocalTime;
  /** +1 with every write: whoever writes has read the state before. 0 is not stored yet. */
  readonly revision: number;
}

/** A run at its first moment. */
export const newRun = (
  campaign: Campaign,
  { attempt, now }: { readonly attempt: number; readonly now: Date },
): Run => ({
  runId: runIdOf(campaign.id),
  campaignId: campaign.id,
  campaignName: campaign.name,
  listId: campaign.listId,
  ...(campaign.audience !== undefined && { audience: campaign.audience }),
  attempt,
  status: 'running',
  startedAt: now,
  ...(campaign.doubt !== undefined && { doubt: campaign.doubt }),
  ...(campaign.window !== undefined && { window: campaign.window }),
  ...(campaign.guardrails !== undefined && { guardrails: campaign.guardrails }),
  ...(campaign.localTime !== undefined && { localTime: campaign.localTime }),
  revision: 0,
});

/**
 * Opens an ended run for its next attempt. Content, snapshot and ledger stay: only those not yet handed over are sent to, and
 * those whom a person wants reconsidered. An attempt is an execution of its own, so it may have as many waves as the first.
 */
export const reopenRun = (run: Run, attempt: number, reconsider?: readonly Reconsidered[]): Run => {
  if (run.attempt >= attempt) return run;
  const { failure: _failure, finishedAt: _finishedAt, plan, ...rest } = run;
  return { ...rest, attempt, status: 'running', ...(plan && { plan: reopenPlan(plan, reconsider) }) };
};

/** What is kept of a run is kept for half a year; a run may be sent on while it surely is. */
const COMPLETABLE_MS = 150 * 86_400_000;

export const isTooOld = ({ startedAt }: Run, now: Date): boolean =>
  now.getTime() - startedAt.getTime() > COMPLETABLE_MS;

/** Whether another attempt would have anybody to send to. Of a failed run nobody can say so before it is planned. */
export const hasAnybodyLeft = (run: Run, reconsider: readonly Reconsidered[] = []): boolean => {
  const { status, plan } = run;
  if (status === 'failed' || plan === undefined) return true;
  const decided = reconsider.reduce((sum, fate) => sum + plan.totals[fate], 0);
  return decided + certainlyUnsent(plan) + plan.unsettled > 0;
};

/** What has been planned so far: at first nothing of the snapshot. */
export const planOf = (run: Run, snapshot: Snapshot): Plan => run.plan ?? freshPlan(snapshot);

/** Ends a run; an ended one stays as it is. */
export const endRun = (
  run: Run,
  ending: { readonly outcome: 'sent' | 'cancelled' | 'failed'; readonly now: Date; readonly failure?: Failure },
): Run => {
  if (run.status !== 'running') return run;
  const { waitsUntil: _, opensAt: _opensAt, ...rest } = run;
  return {
    ...rest,
    status: ending.outcome,
    finishedAt: ending.now,
    ...(ending.failure && { failure: ending.failure }),
  };
};
