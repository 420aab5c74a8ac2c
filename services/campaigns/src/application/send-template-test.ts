import type { DraftCampaign } from '../domain/campaign.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { checkSender, type Sender, type SenderProblem } from '../domain/sender.ts';
import { isNamed, type SenderNamed } from '../domain/sender-profile.ts';
import type { DeriveText, Exchange, MediaShelf, Templates, TestRecipient } from './content-ports.ts';
import { type FreezeMailProblem, freezeMail } from './freeze-mail.ts';
import type { Cause, Commands, Senders } from './ports.ts';

export type TemplateTestProblem =
  | FreezeMailProblem
  | SenderProblem
  | { readonly kind: 'template_not_found' }
  | { readonly kind: 'recipient_unusable'; readonly index: number };

export interface TemplateTest {
  readonly templateId: string;
  readonly from: Sender | SenderNamed;
  readonly recipients: readonly TestRecipient[];
}

export type SendTemplateTest = (
  asked: TemplateTest,
  cause: Cause,
) => Promise<Result<{ readonly testId: string }, TemplateTestProblem>>;

interface Needs {
  readonly templates: Pick<Templates, 'find'>;
  readonly senders: Pick<Senders, 'find'>;
  readonly media: Pick<MediaShelf, 'find'>;
  readonly exchange: Pick<Exchange, 'keepTest' | 'keepFile'>;
  readonly commands: Commands;
  readonly newId: (kind: 'tst' | 'cmp') => string;
  readonly deriveText: DeriveText;
}

/** Nobody is on it: a test's recipients are no contacts, and its link to leave changes nothing. */
const NO_LIST = 'lst_test';

/** A campaign that is never stored: a test needs one to say where it comes from. */
const passing = ({ templateId, from }: TemplateTest, id: string): DraftCampaign => ({
  status: 'draft',
  id,
  version: 1,
  attempt: 1,
  name: 'Test',
  templateId,
  listId: NO_LIST,
  from,
});

/** Sends a template that no campaign uses yet to a few addresses, for a look at it. */
export const makeSendTemplateTest =
  ({ newId, ...needs }: Needs): SendTemplateTest =>
  async (asked, cause) => {
    const index = asked.recipients.findIndex(({ address }) => !checkSender({ address }).ok);
    if (index >= 0) return refuse({ kind: 'recipient_unusable', index });
    const sender = isNamed(asked.from) ? succeed(undefined) : checkSender(asked.from);
    if (!sender.ok) return sender;
    const template = await needs.templates.find(asked.templateId);
    if (template === undefined) return refuse({ kind: 'template_not_found' });

    const testId = newId('tst');
    const campaignId = newId('cmp');
    const frozen = await freezeMail(needs, passing(asked, campaignId), { template, runId: testId });
    if (!frozen.ok) return frozen;
    const test = await needs.exchange.keepTest(testId, frozen.value, asked.recipients);
    await needs.commands.send({ command: 'request_test', testId, campaignId, test }, cause);
    return succeed({ testId });
  };
