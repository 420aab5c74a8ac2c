import { type Campaign, isRunning } from '../domain/campaign.ts';
import {
  isOverdue,
  type LifecycleProblem,
  launchCampaign,
  scheduleCampaign,
  unscheduleCampaign,
} from '../domain/campaign-lifecycle.ts';
import { runIdOf } from '../domain/ids.ts';
import type { Start } from '../domain/local-time.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Campaigns, Cause, Clock } from './ports.ts';
import type { Execution, Executions, Schedules } from './run-ports.ts';

export type StartProblem =
  | LifecycleProblem
  | { readonly kind: 'campaign_not_found' }
  | { readonly kind: 'time_missed'; readonly sendAt: Date };

type Outcome = Promise<Result<undefined, StartProblem>>;

/** The command being obeyed: its id marks the change, so that a redelivery repeats only its effects. */
interface Obeyed {
  readonly commandId: string;
  readonly campaignId: string;
  readonly version: number;
}

export type LaunchCampaign = (command: Obeyed, cause: Cause) => Outcome;
export type ScheduleCampaign = (command: Obeyed & Start, cause: Cause) => Outcome;
export type UnscheduleCampaign = (command: Obeyed) => Outcome;
interface Needs {
  readonly campaigns: Pick<Campaigns, 'find' | 'save'>;
  readonly executions: Executions;
  readonly schedules: Schedules;
  readonly clock: Clock;
}

const executionOf = ({ id, attempt }: Campaign, { correlationId }: Cause): Execution => ({
  runId: runIdOf(id),
  campaignId: id,
  attempt,
  correlationId,
});

/** Finds, decides, and stores what has changed: a repeated command changes nothing. */
const change = async (
  { campaigns }: Pick<Needs, 'campaigns'>,
  campaignId: string,
  decide: (campaign: Campaign) => Result<Campaign, LifecycleProblem>,
): Promise<Result<Campaign, StartProblem>> => {
  const present = await campaigns.find(campaignId);
  if (present === undefined) return refuse({ kind: 'campaign_not_found' });
  const decision = decide(present);
  if (decision.ok && decision.value !== present) await campaigns.save(decision.value);
  return decision;
};

/** Makes the campaign sending, then starts its run. The execution's name is the run's id: starting twice is starting once. */
export const makeLaunchCampaign =
  ({ campaigns, executions, schedules, clock }: Needs): LaunchCampaign =>
  async ({ commandId, campaignId, version }, cause) => {
    const launched = await change({ campaigns }, campaignId, (campaign) =>
      launchCampaign(campaign, { change: { id: commandId, version }, now: clock.now() }),
    );
    if (!launched.ok) return launched;
    if (!isRunning(launched.value)) return succeed(undefined);

    const execution = executionOf(launched.value, cause);
    await executions.start(execution);
    await schedules.clear(execution);
    return succeed(undefined);
  };

/**
 * Sets the time at which the run starts. A command that comes only after that time starts it at once; one that comes when
 * people may decide what becomes of the campaign, and have perhaps been asked to, leaves it to them.
 */
export const makeScheduleCampaign =
  ({ campaigns, executions, schedules, clock }: Needs): ScheduleCampaign =>
  async ({ commandId, campaignId, version, ...start }, cause) => {
    const scheduled = await change({ campaigns }, campaignId, (campaign) =>
      scheduleCampaign(campaign, start, { change: { id: commandId, version }, now: clock.now() }),
    );
    if (!scheduled.ok) return scheduled;
    if (scheduled.value.status !== 'scheduled') return succeed(undefined);

    const execution = executionOf(scheduled.value, cause);
    const { sendAt } = scheduled.value;
    if (sendAt > clock.now()) {
      await schedules.set(execution, sendAt);
      return succeed(undefined);
    }
    const isMissed = isOverdue(scheduled.value, clock.now());
    if (!isMissed) await executions.start(execution);
    await schedules.clear(execution);
    return isMissed ? refuse({ kind: 'time_missed', sendAt }) : succeed(undefined);
  };

/** Takes back the time of the attempt before: that of the draft's own may have been set again by the time this is done. */
export const makeUnscheduleCampaign =
  ({ campaigns, schedules, clock }: Omit<Needs, 'executions'>): UnscheduleCampaign =>
  async ({ commandId, campaignId, version }) => {
    const unscheduled = await change({ campaigns }, campaignId, (campaign) =>
      unscheduleCampaign(campaign, { change: { id: commandId, version }, now: clock.now() }),
    );
    if (!unscheduled.ok) return unscheduled;
    if (unscheduled.value.status !== 'draft') return succeed(undefined);

    await schedules.clear({ runId: runIdOf(campaignId), attempt: unscheduled.value.attempt - 1 });
    return succeed(undefined);
  };
