import type { Campaign } from '../domain/campaign.ts';
import { LONGEST_SUBJECT, onLetterhead } from '../domain/letterhead.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Template } from '../domain/template.ts';
import { withContentIds } from '../domain/template-files.ts';
import { chooseFiles, type FilesProblem } from './choose-files.ts';
import type { DeriveText, Exchange, FrozenContent, MediaShelf } from './content-ports.ts';
import type { Senders } from './ports.ts';
import { letterheadOf, type SenderMissing } from './senders.ts';

export type FreezeMailProblem =
  | FilesProblem
  | SenderMissing
  | { readonly kind: 'media_not_uploaded'; readonly fileName: string }
  | { readonly kind: 'media_differs'; readonly fileName: string }
  | SubjectTooLong;

export interface SubjectTooLong {
  readonly kind: 'subject_too_long';
  readonly most: number;
}

interface Needs {
  readonly senders: Pick<Senders, 'find'>;
  readonly media: Pick<MediaShelf, 'find'>;
  readonly exchange: Pick<Exchange, 'keepFile'>;
  readonly deriveText: DeriveText;
}

/** Everything that a run, or a test, sends, as it is now. Its files are copied: whoever changes them later changes no mail. */
export const freezeMail = async (
  { senders, media, exchange, deriveText }: Needs,
  campaign: Campaign,
  { template, runId }: { readonly template: Template; readonly runId: string },
): Promise<Result<FrozenContent, FreezeMailProblem>> => {
  const letterhead = await letterheadOf({ senders }, campaign);
  if (!letterhead.ok) return letterhead;
  const { from, replyTo } = letterhead.value;
  // The footer may stand behind what the text is derived from: the text has a footer of its own.
  const whole = { ...template, text: template.text ?? deriveText(template.html) };
  const { subject, html, text = whole.text } = onLetterhead(whole, letterhead.value);
  if (subject.length > LONGEST_SUBJECT) return refuse({ kind: 'subject_too_long', most: LONGEST_SUBJECT });
  const files = await chooseFiles(media, { ...template, html, text });
  if (!files.ok) return files;

  const attachments = [];
  for (const file of files.value) {
    const kept = await exchange.keepFile(runId, file);
    if (kept === undefined) return refuse({ kind: 'media_not_uploaded', fileName: file.media.fileName });
    if (kept.size !== file.media.bytes) return refuse({ kind: 'media_differs', fileName: file.media.fileName });
    attachments.push(kept);
  }
  return succeed({
    runId,
    campaignId: campaign.id,
    listId: campaign.listId,
    from,
    ...(replyTo !== undefined && { replyTo }),
    subject,
    html: withContentIds(html),
    text,
    fields: template.fields,
    ...(attachments.length > 0 && { attachments }),
  });
};
