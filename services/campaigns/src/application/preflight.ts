import type { Campaign } from '../domain/campaign.ts';
import { type Letterhead, onLetterhead } from '../domain/letterhead.ts';
import { type Check, canLaunch } from '../domain/preflight/check.ts';
import { mergeFieldsOf } from '../domain/preflight/content.ts';
import { checkQuota, type Estimate, estimate, type Quota } from '../domain/preflight/quota.ts';
import { checkSpeed } from '../domain/preflight/speed.ts';
import { senderGone, templateGone } from '../domain/preflight/template.ts';
import { checkSendWindow, startOf } from '../domain/preflight/window.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Template } from '../domain/template.ts';
import type { DeriveText, MeasureRendering, MediaFiles, MediaShelf, ReadLinks, Templates } from './content-ports.ts';
import { lookAtContent } from './look-at-content.ts';
import { lookAtSender } from './look-at-sender.ts';
import type { Campaigns, Clock, DnsTexts, MailAccount, Senders } from './ports.ts';
import { letterheadOf } from './senders.ts';

export interface Preflight {
  readonly campaignId: string;
  readonly version: number;
  readonly checks: readonly Check[];
  readonly canLaunch: boolean;
  /** The merge fields that the template uses. */
  readonly fields: readonly string[];
  readonly quota?: Quota;
  readonly estimate?: Estimate;
}

export type PreflightCampaign = (asked: {
  readonly campaignId: string;
  /** How many are to be mailed, as whoever asks has found out. */
  readonly recipients?: number | undefined;
}) => Promise<Result<Preflight, { readonly kind: 'campaign_not_found' }>>;

export interface PreflightNeeds {
  readonly campaigns: Pick<Campaigns, 'find'>;
  readonly templates: Pick<Templates, 'find'>;
  readonly senders: Pick<Senders, 'find'>;
  readonly media: Pick<MediaShelf, 'find'>;
  readonly files: Pick<MediaFiles, 'isUploaded'>;
  readonly account: MailAccount;
  readonly dns: DnsTexts;
  readonly readLinks: ReadLinks;
  readonly deriveText: DeriveText;
  readonly measureRendering: MeasureRendering;
  readonly clock: Clock;
  /** Where mails reach nobody outside. */
  readonly isLocalStage: boolean;
}

const contentChecks = async (
  needs: PreflightNeeds,
  template: Template | undefined,
  letterhead: Letterhead | undefined,
): Promise<readonly Check[]> => {
  if (template === undefined) return [templateGone];
  const content = letterhead ? onLetterhead(template, letterhead) : template;
  return lookAtContent(needs, { ...template, ...content });
};

/** A text that the template lacks is made from its HTML, with the Liquid that is in it. */
const speedChecks = (
  { measureRendering }: PreflightNeeds,
  { template, quota }: { readonly template: Template | undefined; readonly quota: Quota | undefined },
): readonly Check[] => {
  if (template === undefined) return [];
  const { subject, html, text = html, fields } = template;
  return [checkSpeed(measureRendering({ subject, html, text }, fields), quota?.perSecond)];
};

const senderChecks = async (needs: PreflightNeeds, letterhead: Letterhead | undefined): Promise<readonly Check[]> =>
  letterhead ? lookAtSender(needs, letterhead.from) : [senderGone];

const parts = async (needs: PreflightNeeds, campaign: Campaign) => {
  const [template, named] = await Promise.all([
    needs.templates.find(campaign.templateId),
    letterheadOf(needs, campaign),
  ]);
  return { template, letterhead: named.ok ? named.value : undefined };
};

/** Looks at everything that may go wrong with a campaign and that can be known here; nothing of it is written, sent or clicked. */
export const makePreflightCampaign =
  (needs: PreflightNeeds): PreflightCampaign =>
  async ({ campaignId, recipients }) => {
    const campaign = await needs.campaigns.find(campaignId);
    if (campaign === undefined) return refuse({ kind: 'campaign_not_found' });

    const { template, letterhead } = await parts(needs, campaign);
    const [quota, ofSender, ofContent] = await Promise.all([
      needs.account.quota(),
      senderChecks(needs, letterhead),
      contentChecks(needs, template, letterhead),
    ]);
    const now = needs.clock.now();
    const ofTime = checkSendWindow(campaign.window, now);
    const ofSpeed = speedChecks(needs, { template, quota });
    const checks = [...ofContent, ...ofSpeed, ...ofSender, checkQuota(quota, recipients), ...ofTime];
    return succeed({
      campaignId,
      version: campaign.version,
      checks,
      canLaunch: canLaunch(checks),
      fields: mergeFieldsOf(template?.fields ?? []),
      ...(quota && { quota }),
      ...(quota &&
        recipients !== undefined && { estimate: estimate(recipients, quota, startOf(campaign.window, now)) }),
    });
  };
