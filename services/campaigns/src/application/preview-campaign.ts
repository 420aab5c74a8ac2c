import { onLetterhead } from '../domain/letterhead.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Content } from '../domain/template.ts';
import type { DeriveText, LiquidError, LiquidRenderer, Templates } from './content-ports.ts';
import type { Campaigns, Senders } from './ports.ts';
import { SAMPLE_UNSUBSCRIBE_URL } from './sample-link.ts';
import { letterheadOf, type SenderMissing } from './senders.ts';

export type PreviewProblem =
  | SenderMissing
  | { readonly kind: 'campaign_not_found' | 'template_not_found' }
  | { readonly kind: 'not_renderable'; readonly errors: readonly LiquidError[] };

export type PreviewCampaign = (
  campaignId: string,
  fields: Readonly<Record<string, string>>,
) => Promise<Result<Required<Content>, PreviewProblem>>;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find'>;
  readonly templates: Pick<Templates, 'find'>;
  readonly senders: Pick<Senders, 'find'>;
  readonly liquid: LiquidRenderer;
  readonly deriveText: DeriveText;
}

/** Shows the mail that a contact with these merge fields would get. */
export const makePreviewCampaign =
  ({ campaigns, templates, senders, liquid, deriveText }: Needs): PreviewCampaign =>
  async (campaignId, fields) => {
    const campaign = await campaigns.find(campaignId);
    if (campaign === undefined) return refuse({ kind: 'campaign_not_found' });
    const template = await templates.find(campaign.templateId);
    if (template === undefined) return refuse({ kind: 'template_not_found' });

    const letterhead = await letterheadOf({ senders }, campaign);
    if (!letterhead.ok) return letterhead;

    const whole = { ...template, text: template.text ?? deriveText(template.html) };
    const rendered = liquid.render(onLetterhead(whole, letterhead.value), {
      ...fields,
      unsubscribe_url: SAMPLE_UNSUBSCRIBE_URL,
    });
    return 'errors' in rendered ? refuse({ kind: 'not_renderable', errors: rendered.errors }) : succeed(rendered);
  };
