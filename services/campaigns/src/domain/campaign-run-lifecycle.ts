import { type Campaign, type EndedCampaign, isRunning, nextVersionOf } from './campaign.ts';
import { type Result, refuse, succeed } from './result.ts';

/** Why an execution that has started must not send. */
export type BeginProblem =
  | { readonly kind: 'not_startable'; readonly status: Campaign['status'] }
  | { readonly kind: 'not_due'; readonly sendAt: Date }
  | { readonly kind: 'another_attempt'; readonly attempt: number };

/** EventBridge Scheduler may be ahead of our clock, never by more than this. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Makes a campaign sending when its execution starts. An execution can start although nobody wants it any more: the
 * schedule fired while a person took it back, and drafts are never sent.
 */
export const beginRun = (
  campaign: Campaign,
  { attempt, now }: { readonly attempt: number; readonly now: Date },
): Result<Campaign, BeginProblem> => {
  if (campaign.attempt !== attempt) return refuse({ kind: 'another_attempt', attempt: campaign.attempt });
  if (isRunning(campaign)) return succeed(campaign);
  if (campaign.status !== 'scheduled') return refuse({ kind: 'not_startable', status: campaign.status });
  if (campaign.sendAt.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    return refuse({ kind: 'not_due', sendAt: campaign.sendAt });
  }
  return succeed({ ...nextVersionOf(campaign), status: 'sending' });
};

/** Follows the control of the run: what a campaign shows while its run is under way. */
export const followControl = (campaign: Campaign, control: 'send' | 'hold' | 'cancel'): Campaign => {
  const status = control === 'hold' ? 'held' : 'sending';
  if (!isRunning(campaign) || campaign.status === status) return campaign;
  return { ...nextVersionOf(campaign), status };
};

/** Ends a campaign with its run. A repeated ending, or one of an earlier attempt, changes nothing. */
export const endCampaign = (
  campaign: Campaign,
  {
    outcome,
    attempt,
    now,
  }: { readonly outcome: EndedCampaign['status']; readonly attempt: number; readonly now: Date },
): Campaign => {
  if (campaign.attempt !== attempt) return campaign;
  if (isRunning(campaign)) return { ...nextVersionOf(campaign), status: outcome, endedAt: now };
  // The name of this attempt's execution is taken: a campaign that did not begin with it starts with the next one.
  if (outcome === 'failed' && campaign.status === 'draft') {
    return { ...nextVersionOf(campaign), attempt: attempt + 1, status: 'draft' };
  }
  if (outcome === 'failed' && campaign.status === 'scheduled') {
    return { ...nextVersionOf(campaign), attempt: attempt + 1, status: 'scheduled', sendAt: campaign.sendAt };
  }
  return campaign;
};
