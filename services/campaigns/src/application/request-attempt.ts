import { isEnded } from '../domain/campaign.ts';
import { campaignIdOf } from '../domain/ids.ts';
import type { AttemptProblem } from '../domain/next-attempt.ts';
import type { Reconsidered } from '../domain/plan.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { hasAnybodyLeft, isTooOld, type Run } from '../domain/run.ts';
import type { Campaigns, Cause, Clock, Commands } from './ports.ts';
import type { Runs } from './run-ports.ts';

export type RequestAttemptProblem = AttemptProblem | { readonly kind: 'run_not_found' | 'run_too_old' | 'nobody_left' };

type Outcome = Promise<Result<{ readonly runId: string }, RequestAttemptProblem>>;

export type RequestRetry = (asked: { readonly runId: string }, cause: Cause) => Outcome;
export type RequestCompletion = (
  asked: { readonly runId: string; readonly reconsider: readonly Reconsidered[] },
  cause: Cause,
) => Outcome;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find'>;
  readonly runs: Pick<Runs, 'find'>;
  readonly commands: Commands;
  readonly clock: Clock;
}

export const makeRequestRetry =
  ({ campaigns, commands }: Pick<Needs, 'campaigns' | 'commands'>): RequestRetry =>
  async ({ runId }, cause) => {
    const campaign = await campaigns.find(campaignIdOf(runId));
    if (campaign === undefined) return refuse({ kind: 'run_not_found' });
    if (campaign.status !== 'failed') return refuse({ kind: 'not_failed', status: campaign.status });

    await commands.send({ command: 'retry', runId, attempt: campaign.attempt + 1 }, cause);
    return succeed({ runId });
  };

/** Says why an ended run is not to be sent on, if so. */
const objectionTo = (
  run: Run,
  { reconsider, now }: { readonly reconsider: readonly Reconsidered[]; readonly now: Date },
): 'run_too_old' | 'nobody_left' | undefined => {
  if (isTooOld(run, now)) return 'run_too_old';
  return hasAnybodyLeft(run, reconsider) ? undefined : 'nobody_left';
};

/** Asks for an ended run to be sent on to those who never got it, if there may be any. */
export const makeRequestCompletion =
  ({ campaigns, runs, commands, clock }: Needs): RequestCompletion =>
  async ({ runId, reconsider }, cause) => {
    const campaign = await campaigns.find(campaignIdOf(runId));
    if (campaign === undefined) return refuse({ kind: 'run_not_found' });
    if (!isEnded(campaign)) return refuse({ kind: 'not_ended', status: campaign.status });

    const known = await runs.find(runId);
    const objection = known && objectionTo(known.run, { reconsider, now: clock.now() });
    if (objection !== undefined) return refuse({ kind: objection });

    const attempt = campaign.attempt + 1;
    const those = reconsider.length > 0 ? { reconsider } : {};
    await commands.send({ command: 'complete', runId, attempt, ...those }, cause);
    return succeed({ runId });
  };
