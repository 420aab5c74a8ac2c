import { type Campaign, type EndedCampaign, isEnded, nextVersionOf } from './campaign.ts';
import { type Result, refuse, succeed } from './result.ts';

export type AttemptProblem =
  | { readonly kind: 'not_failed'; readonly status: Campaign['status'] }
  | { readonly kind: 'not_ended'; readonly status: Campaign['status'] };

/** The command that begins an attempt, and the attempt it names: commands from before attempts had numbers name none. */
interface Beginning {
  readonly id: string;
  readonly attempt?: number | undefined;
}

type Decision = Result<Campaign, AttemptProblem>;

/** A command that names an attempt which has begun is a copy that comes late: it must not send on what was cancelled since. */
const hasBegun = (campaign: Campaign, { attempt }: Beginning): boolean =>
  attempt !== undefined && campaign.attempt >= attempt;

/** Whether a command is the one that began the attempt under way: its redelivery repeats what the first may have left undone. */
export const isBegunBy = (campaign: Campaign, { id, attempt = campaign.attempt }: Beginning): boolean =>
  campaign.changedBy === id && campaign.attempt === attempt;

const begin = (campaign: EndedCampaign, { id }: Beginning): Campaign => ({
  ...nextVersionOf(campaign),
  attempt: campaign.attempt + 1,
  changedBy: id,
  status: 'sending',
});

/** Makes a failed campaign send again, in a new execution. */
export const retryCampaign = (campaign: Campaign, by: Beginning): Decision => {
  if (isBegunBy(campaign, by) || hasBegun(campaign, by)) return succeed(campaign);
  if (!isEnded(campaign) || campaign.status !== 'failed')
    return refuse({ kind: 'not_failed', status: campaign.status });
  return succeed(begin(campaign, by));
};

/** Sends an ended campaign on to those who never got it, however it has ended. */
export const completeCampaign = (campaign: Campaign, by: Beginning): Decision => {
  if (isBegunBy(campaign, by) || hasBegun(campaign, by)) return succeed(campaign);
  if (!isEnded(campaign)) return refuse({ kind: 'not_ended', status: campaign.status });
  return succeed(begin(campaign, by));
};
