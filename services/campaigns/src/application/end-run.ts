import { isRunning } from '../domain/campaign.ts';
import { endCampaign } from '../domain/campaign-run-lifecycle.ts';
import { endRun, type Failure } from '../domain/run.ts';
import { finishedFact } from '../domain/run-report.ts';
import type { ChangeRunControl } from './change-run-control.ts';
import type { Announcements, Campaigns, Clock } from './ports.ts';
import type { Execution, Runs } from './run-ports.ts';
import { upToDatePlan } from './up-to-date-plan.ts';

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find' | 'save'>;
  readonly runs: Runs;
  readonly announcements: Announcements;
  readonly clock: Clock;
}

interface Ending {
  readonly outcome: 'sent' | 'cancelled' | 'failed';
  readonly failure?: Failure;
}

export type FailRun = (execution: Execution, failure: Failure) => Promise<void>;
export type EndRun = (execution: Execution, ending: Ending) => Promise<void>;

/** The run as it was, if it is this execution's to end, and has not ended otherwise. */
const endStoredRun = async ({ runs, clock }: Needs, execution: Execution, { outcome, failure }: Ending) => {
  const known = await runs.find(execution.runId);
  if (known === undefined || known.run.attempt !== execution.attempt) return undefined;

  const ended = endRun(known.run, { outcome, now: clock.now(), ...(failure && { failure }) });
  if (ended !== known.run) await runs.save(ended);
  return ended.status === outcome ? known : undefined;
};

const endStoredCampaign = async (
  { campaigns, clock }: Needs,
  execution: Execution,
  { outcome }: Ending,
): Promise<void> => {
  const campaign = await campaigns.find(execution.campaignId);
  const ended = campaign && endCampaign(campaign, { outcome, attempt: execution.attempt, now: clock.now() });
  if (ended && ended !== campaign) await campaigns.save(ended);
};

/**
 * Ends a run and its campaign, and says so. An execution that failed before its run began has no run to end; one of an
 * earlier attempt has nothing to say about the present one.
 */
export const makeEndRun =
  (needs: Needs): EndRun =>
  async (execution, ending) => {
    const known = await endStoredRun(needs, execution, ending);
    await endStoredCampaign(needs, execution, ending);
    if (known === undefined) return;

    const plan = upToDatePlan(known);
    const run = { ...known.run, ...(plan && { plan }) };
    await needs.announcements.announce([finishedFact(run, ending.outcome)], execution);
  };

/**
 * Stops dispatch before the run ends as failed: nothing is sent that nobody follows. A retry lets it send again. What is
 * not running, or runs in a later attempt, is not this execution's to stop.
 */
export const makeFailRun =
  ({
    campaigns,
    endRun,
    changeRunControl,
    clock,
  }: Pick<Needs, 'campaigns' | 'clock'> & {
    readonly endRun: EndRun;
    readonly changeRunControl: ChangeRunControl;
  }): FailRun =>
  async (execution, failure) => {
    const { runId, campaignId, attempt } = execution;
    const campaign = await campaigns.find(campaignId);
    if (campaign && isRunning(campaign) && campaign.attempt === attempt) {
      const change = { runId, attempt, control: 'hold', reason: failure.message, askedAt: clock.now() } as const;
      await changeRunControl(change, execution);
    }
    await endRun(execution, { outcome: 'failed', failure });
  };
