import type { Campaign } from '../domain/campaign.ts';
import { isRunning } from '../domain/campaign.ts';
import { campaignIdOf, runIdOf } from '../domain/ids.ts';
import { type AttemptProblem, completeCampaign, isBegunBy, retryCampaign } from '../domain/next-attempt.ts';
import type { Reconsidered } from '../domain/plan.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { ChangeRunControl } from './change-run-control.ts';
import type { Campaigns, Cause } from './ports.ts';
import type { Executions } from './run-ports.ts';

type BeginProblem = AttemptProblem | { readonly kind: 'campaign_not_found' };

interface Command {
  readonly commandId: string;
  readonly runId: string;
  /** The attempt that is to begin. */
  readonly attempt?: number | undefined;
  readonly askedAt: Date;
}

type Outcome = Promise<Result<undefined, BeginProblem>>;

export type RetryRun = (command: Command, cause: Cause) => Outcome;
export type CompleteRun = (
  command: Command & { readonly reconsider?: readonly Reconsidered[] | undefined },
  cause: Cause,
) => Outcome;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find' | 'save'>;
  readonly executions: Executions;
  readonly changeRunControl: ChangeRunControl;
}

/**
 * Begins an attempt: the campaign first, so that of two commands one begins it; then the control, so that nothing which was
 * asked of the attempt before stops this one; then the execution. A redelivery repeats the last two, which change nothing
 * if they are done.
 */
const beginAttempt = async (
  { campaigns, executions, changeRunControl }: Needs,
  { decide, ...command }: Parameters<CompleteRun>[0] & { readonly decide: typeof completeCampaign },
  cause: Cause,
): Outcome => {
  const { commandId: id, runId, askedAt, reconsider } = command;
  const present = await campaigns.find(campaignIdOf(runId));
  if (present === undefined) return refuse({ kind: 'campaign_not_found' });
  const by = { id, attempt: command.attempt };
  const begun = decide(present, by);
  if (!begun.ok) return begun;
  if (begun.value !== present) await campaigns.save(begun.value);
  if (!isBegunBy(begun.value, by) || !isRunning(begun.value)) return succeed(undefined);

  const { attempt } = begun.value;
  const readmits = reconsider?.includes('suppressed') ?? false;
  await changeRunControl({ runId, control: 'send', attempt, askedAt, readmits }, cause);
  await executions.start({ ...executionOf(begun.value, cause), ...(reconsider && { reconsider }) });
  return succeed(undefined);
};

const executionOf = ({ id, attempt }: Campaign, { correlationId }: Cause) => ({
  runId: runIdOf(id),
  campaignId: id,
  attempt,
  correlationId,
});

/** Starts a failed run again in a new execution. */
export const makeRetryRun =
  (needs: Needs): RetryRun =>
  (command, cause) =>
    beginAttempt(needs, { ...command, decide: retryCampaign }, cause);

/** Sends an ended run on, in a new execution, to those who never got it. */
export const makeCompleteRun =
  (needs: Needs): CompleteRun =>
  (command, cause) =>
    beginAttempt(needs, { ...command, reconsider: command.reconsider ?? [], decide: completeCampaign }, cause);
