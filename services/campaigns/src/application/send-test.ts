import { type Result, refuse, succeed } from '../domain/result.ts';
import { checkSender } from '../domain/sender.ts';
import type { Campaigns, Cause, Commands, DeriveText, Exchange, Templates, TestRecipient } from './ports.ts';

export type TestProblem =
  | { readonly kind: 'campaign_not_found' | 'template_not_found' }
  | { readonly kind: 'recipient_unusable'; readonly index: number };

export type SendTest = (
  asked: { readonly campaignId: string; readonly recipients: readonly TestRecipient[] },
  cause: Cause,
) => Promise<Result<{ readonly testId: string }, TestProblem>>;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find'>;
  readonly templates: Pick<Templates, 'find'>;
  readonly exchange: Pick<Exchange, 'keepTest'>;
  readonly commands: Commands;
  readonly newId: () => string;
  readonly deriveText: DeriveText;
}

/** Puts content and addresses where dispatch can read them, and asks the own queue to tell it. */
export const makeSendTest =
  ({ campaigns, templates, exchange, commands, newId, deriveText }: Needs): SendTest =>
  async ({ campaignId, recipients }, cause) => {
    const index = recipients.findIndex(({ address }) => !checkSender({ address }).ok);
    if (index >= 0) return refuse({ kind: 'recipient_unusable', index });
    const campaign = await campaigns.find(campaignId);
    if (campaign === undefined) return refuse({ kind: 'campaign_not_found' });
    const template = await templates.find(campaign.templateId);
    if (template === undefined) return refuse({ kind: 'template_not_found' });

    const testId = newId();
    const { listId, from, replyTo } = campaign;
    const { subject, html, text, fields } = template;
    const test = await exchange.keepTest(
      testId,
      {
        runId: testId,
        campaignId,
        listId,
        from,
        ...(replyTo !== undefined && { replyTo }),
        subject,
        html,
        text: text ?? deriveText(html),
        fields,
      },
      recipients,
    );
    await commands.send({ command: 'request_test', testId, campaignId, test }, cause);
    return succeed({ testId });
  };
