import { type AudienceProblem, checkAudience } from '../domain/audience.ts';
import type { Campaign, CampaignPlan } from '../domain/campaign.ts';
import { editCampaign, type LifecycleProblem } from '../domain/campaign-lifecycle.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { checkWindow, type WindowProblem } from '../domain/send-window.ts';
import { checkSender, type Sender, type SenderProblem } from '../domain/sender.ts';
import { isNamed, type SenderNamed } from '../domain/sender-profile.ts';
import type { MediaShelf, Templates } from './content-ports.ts';
import type { Campaigns, Senders } from './ports.ts';
import { type ReadyProblem, readyTemplate } from './ready-template.ts';
import { letterheadOf, type SenderMissing } from './senders.ts';

export type CampaignProblem =
  | SenderProblem
  | SenderMissing
  | AudienceProblem
  | WindowProblem
  | LifecycleProblem
  | ReadyProblem
  | { readonly kind: 'campaign_not_found' | 'sender_by_hand' }
  | { readonly kind: 'stale'; readonly version: number };

type Outcome = Result<Campaign, CampaignProblem>;

interface Needs {
  readonly campaigns: Campaigns;
  readonly templates: Pick<Templates, 'find'>;
  readonly media: Pick<MediaShelf, 'find'>;
  readonly senders: Pick<Senders, 'find' | 'list'>;
}

interface Seen {
  readonly campaignId: string;
  readonly version: number;
}

/** Who writes a plan. */
export interface Writer {
  /** Whether mail may come from an address that this person writes, though there are senders who are set up. */
  readonly maySendAsAnybody: boolean;
}

export type CreateCampaign = (plan: CampaignPlan, writer: Writer) => Promise<Outcome>;
export type UpdateCampaign = (plan: CampaignPlan, seen: Seen & Writer) => Promise<Outcome>;
export type DeleteCampaign = (
  seen: Omit<Seen, 'version'> & { readonly version: number | undefined },
) => Promise<Result<undefined, CampaignProblem>>;

type From = Sender | SenderNamed;

const isSameAddress = (one: From, other: From): boolean =>
  !isNamed(one) && !isNamed(other) && one.address === other.address;

interface Author extends Writer {
  /** Where the campaign has come from until now. */
  readonly before?: From;
}

/**
 * Labels and footers that a law wants are those of senders who are set up. An address written by hand has none: once
 * somebody is set up, it is no way around them for whoever may not set up senders either. What is written already may stay.
 */
const checkByHand = async (
  { senders }: Pick<Needs, 'senders'>,
  from: From,
  { maySendAsAnybody, before }: Author,
): Promise<Result<undefined, CampaignProblem>> => {
  if (isNamed(from) || maySendAsAnybody || (before && isSameAddress(from, before))) return succeed(undefined);
  const { items } = await senders.list({ limit: 1 });
  return items.length === 0 ? succeed(undefined) : refuse({ kind: 'sender_by_hand' });
};

const checkPlan = async (
  needs: Omit<Needs, 'campaigns'>,
  plan: CampaignPlan,
  author: Author,
): Promise<Result<undefined, CampaignProblem>> => {
  const sender = isNamed(plan.from) ? await letterheadOf(needs, plan) : checkSender(plan.from, plan.replyTo);
  if (!sender.ok) return sender;
  const byHand = await checkByHand(needs, plan.from, author);
  if (!byHand.ok) return byHand;
  const audience = checkAudience(plan.listId, plan.audience);
  if (!audience.ok) return audience;
  const window = plan.window ? checkWindow(plan.window) : succeed(undefined);
  if (!window.ok) return window;
  const template = await readyTemplate(needs, plan.templateId);
  return template.ok ? succeed(undefined) : template;
};

export const makeCreateCampaign =
  ({ campaigns, newId, ...needs }: Needs & { readonly newId: () => string }): CreateCampaign =>
  async (plan, writer) => {
    const checked = await checkPlan(needs, plan, writer);
    if (!checked.ok) return checked;

    const campaign: Campaign = { ...plan, id: newId(), version: 1, attempt: 1, status: 'draft' };
    await campaigns.save(campaign);
    return succeed(campaign);
  };

export const makeUpdateCampaign =
  ({ campaigns, ...needs }: Needs): UpdateCampaign =>
  async (plan, { campaignId, version, maySendAsAnybody }) => {
    const present = await campaigns.find(campaignId);
    if (present === undefined) return refuse({ kind: 'campaign_not_found' });
    if (present.version !== version) return refuse({ kind: 'stale', version: present.version });

    const checked = await checkPlan(needs, plan, { maySendAsAnybody, before: present.from });
    if (!checked.ok) return checked;
    const edited = editCampaign(present, plan);
    if (!edited.ok) return edited;

    await campaigns.save(edited.value);
    return edited;
  };

/** Only a draft is deleted: of anything else somebody has been, or is about to be, mailed. */
export const makeDeleteCampaign =
  ({ campaigns }: Pick<Needs, 'campaigns'>): DeleteCampaign =>
  async ({ campaignId, version }) => {
    const present = await campaigns.find(campaignId);
    if (present === undefined) return refuse({ kind: 'campaign_not_found' });
    if (version !== undefined && present.version !== version)
      return refuse({ kind: 'stale', version: present.version });
    if (present.status !== 'draft') return refuse({ kind: 'not_editable', status: present.status });

    await campaigns.remove(present);
    return succeed(undefined);
  };
