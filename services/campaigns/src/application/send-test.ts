import { type Result, refuse, succeed } from '../domain/result.ts';
import { checkSender } from '../domain/sender.ts';
import type { DeriveText, Exchange, MediaShelf, Templates, TestRecipient } from './content-ports.ts';
import { type FreezeMailProblem, freezeMail } from './freeze-mail.ts';
import type { Campaigns, Cause, Commands, Senders } from './ports.ts';

export type TestProblem =
  | FreezeMailProblem
  | { readonly kind: 'campaign_not_found' | 'template_not_found' }
  | { readonly kind: 'recipient_unusable'; readonly index: number };

export type SendTest = (
  asked: { readonly campaignId: string; readonly recipients: readonly TestRecipient[] },
  cause: Cause,
) => Promise<Result<{ readonly testId: string }, TestProblem>>;

interface Needs {
  readonly campaigns: Pick<Campaigns, 'find'>;
  readonly templates: Pick<Templates, 'find'>;
  readonly senders: Pick<Senders, 'find'>;
  readonly media: Pick<MediaShelf, 'find'>;
  readonly exchange: Pick<Exchange, 'keepTest' | 'keepFile'>;
  readonly commands: Commands;
  readonly newId: () => string;
  readonly deriveText: DeriveText;
}

/** Puts content and addresses where dispatch can read them, and asks the own queue to tell it. */
export const makeSendTest =
  (needs: Needs): SendTest =>
  async ({ campaignId, recipients }, cause) => {
    const { campaigns, templates, exchange, commands, newId } = needs;
    const index = recipients.findIndex(({ address }) => !checkSender({ address }).ok);
    if (index >= 0) return refuse({ kind: 'recipient_unusable', index });
    const campaign = await campaigns.find(campaignId);
    if (campaign === undefined) return refuse({ kind: 'campaign_not_found' });
    const template = await templates.find(campaign.templateId);
    if (template === undefined) return refuse({ kind: 'template_not_found' });

    const testId = newId();
    const frozen = await freezeMail(needs, campaign, { template, runId: testId });
    if (!frozen.ok) return frozen;
    const test = await exchange.keepTest(testId, frozen.value, recipients);
    await commands.send({ command: 'request_test', testId, campaignId, test }, cause);
    return succeed({ testId });
  };
