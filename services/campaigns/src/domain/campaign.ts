import type { Audience } from './audience.ts';
import type { GuardrailLimits } from './guardrail.ts';
import type { LocalTime } from './local-time.ts';
import type { SendWindow } from './send-window.ts';
import type { Sender } from './sender.ts';
import type { SenderNamed } from './sender-profile.ts';

/** For mail of which twice is worse than never, or the other way round; what is not said is as for all campaigns. */
export interface DoubtWishes {
  /** Whoever SES has not told of is mailed again, or never. */
  readonly policy?: 'resend' | 'leave';
  /** How long SES may take to tell of a mail. */
  readonly settleMinutes?: number;
}

/** What a person decides about a campaign. */
export interface CampaignPlan {
  readonly name: string;
  readonly templateId: string;
  readonly listId: string;
  readonly audience?: Audience;
  /** Who its mails come from; one who is set up is looked up when a run begins. */
  readonly from: Sender | SenderNamed;
  /** Of a campaign that names no sender who is set up. */
  readonly replyTo?: string;
  /** What the run does about recipients of whom it is not known whether SES took their mail. */
  readonly doubt?: DoubtWishes;
  /** When its mails may go out; at any time if nothing is said. */
  readonly window?: SendWindow;
  readonly guardrails?: GuardrailLimits;
}

interface Identity extends CampaignPlan {
  readonly id: string;
  /** +1 with every change: what a person saw when deciding. */
  readonly version: number;
  /** Which execution comes next, or is under way. */
  readonly attempt: number;
  /** The id of the command that made the last change: its redelivery repeats the effects and changes nothing. */
  readonly changedBy?: string;
  /** Of one that was scheduled so: everybody is mailed when clocks where they are show this. A draft has none. */
  readonly localTime?: LocalTime;
}

export type DraftCampaign = Identity & { readonly status: 'draft' };
export type ScheduledCampaign = Identity & { readonly status: 'scheduled'; readonly sendAt: Date };
/** Its run is under way; `held` waits for a person. */
export type RunningCampaign = Identity & { readonly status: 'sending' | 'held' };
/** Its run may be sent on in another attempt. */
export type EndedCampaign = Identity & {
  readonly status: 'sent' | 'cancelled' | 'failed';
  /** Nobody noted it of campaigns that ended before it was asked for. */
  readonly endedAt?: Date;
};

export type Campaign = DraftCampaign | ScheduledCampaign | RunningCampaign | EndedCampaign;

export const campaignStatuses = [
  'draft',
  'scheduled',
  'sending',
  'held',
  'sent',
  'cancelled',
  'failed',
] as const satisfies readonly Campaign['status'][];

/** What changes a campaign: the command's id, and the version that its sender saw. */
export interface Change {
  readonly id: string;
  readonly version: number;
}

export const isRunning = (campaign: Campaign): campaign is RunningCampaign =>
  campaign.status === 'sending' || campaign.status === 'held';

export const isEnded = (campaign: Campaign): campaign is EndedCampaign =>
  campaign.status === 'sent' || campaign.status === 'cancelled' || campaign.status === 'failed';

/** Everything but the state, in its next version: for building the next state. */
export const nextVersionOf = ({ id, version, attempt, changedBy, ...campaign }: Campaign) => ({
  id,
  version: version + 1,
  attempt,
  ...(changedBy !== undefined && { changedBy }),
  name: campaign.name,
  templateId: campaign.templateId,
  listId: campaign.listId,
  ...(campaign.audience !== undefined && { audience: campaign.audience }),
  from: campaign.from,
  ...(campaign.replyTo !== undefined && { replyTo: campaign.replyTo }),
  ...(campaign.doubt !== undefined && { doubt: campaign.doubt }),
  ...(campaign.window !== undefined && { window: campaign.window }),
  ...(campaign.guardrails !== undefined && { guardrails: campaign.guardrails }),
  ...(campaign.localTime !== undefined && { localTime: campaign.localTime }),
});
