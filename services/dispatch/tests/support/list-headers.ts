import { encodeWords } from 'nodemailer/lib/mime-funcs';

import type { MailingList, Recipient } from '../../src/domain/mail.ts';

interface PreparedHeader {
  readonly prepared: true;
  readonly foldLines: true;
  readonly value: string;
}

/**
 * What makes a mail one of a list: RFC 8058 one-click unsubscription for this recipient, RFC 2919 List-Id, and a Feedback-ID by
 * which Gmail tells complaints about campaigns apart. They are handed over prepared, because a URI must not be encoded or broken.
 */
export const listHeaders = (
  list: MailingList,
  { token }: Pick<Recipient, 'token'>,
  domain: string,
): Record<string, PreparedHeader> => ({
  'List-Unsubscribe': prepared(`<${list.unsubscribeUrl}${token}>`),
  'List-Unsubscribe-Post': prepared('List-Unsubscribe=One-Click'),
  'List-Id': prepared(`${phrase(list.name)} <${list.listId.toLowerCase().replaceAll('_', '-')}.${domain}>`),
  'Feedback-ID': prepared(`${list.campaignId}:${list.listId}:${list.runId}:bulkhead`),
});

const prepared = (value: string): PreparedHeader => ({ prepared: true, foldLines: true, value });

const phrase = (name: string): string => {
  const line = oneLine(name);
  return /^[\x20-\x7e]*$/.test(line) ? `"${line.replaceAll(/["\\]/g, '\\$&')}"` : encodeWords(line, 'Q', 52, true);
};

/** Text fit for a header: whatever could end a line is a space. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
