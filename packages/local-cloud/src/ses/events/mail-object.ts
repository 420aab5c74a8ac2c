import type { AcceptedMail } from '../message/accepted-mail.ts';
import { domainOf } from '../message/addresses.ts';
import { type Header, mailboxesOf, textOf } from '../message/headers.ts';
import type { EventType, MailObject } from './ses-event.ts';

const ACCOUNT_ID = '000000000000';

/** SES cuts the list of headers off here. */
const MAX_HEADER_BYTES = 10 * 1024;

const OUTGOING_IP = '192.0.2.25';

const shownHeaders = (headers: readonly Header[]): Pick<MailObject, 'headers' | 'headersTruncated'> => {
  let bytes = 0;
  const shown = headers.filter(({ name, value }) => {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    return bytes <= MAX_HEADER_BYTES;
  });
  return {
    headersTruncated: shown.length < headers.length,
    headers: shown.map(({ name, value }) => ({ name, value })),
  };
};

/** Nothing instead of an empty list; JSON then leaves the field out. */
const some = (values: readonly string[]): readonly string[] | undefined => (values.length > 0 ? values : undefined);

const commonHeaders = ({ headers, source, messageId }: AcceptedMail): MailObject['commonHeaders'] => ({
  returnPath: source,
  from: mailboxesOf(headers, 'From'),
  to: some(mailboxesOf(headers, 'To')),
  cc: some(mailboxesOf(headers, 'Cc')),
  replyTo: some(mailboxesOf(headers, 'Reply-To')),
  date: textOf(headers, 'Date'),
  messageId: textOf(headers, 'Message-ID') ?? messageId,
  subject: textOf(headers, 'Subject'),
});

const tagsOf = (mail: AcceptedMail, eventType: EventType): MailObject['tags'] => ({
  'ses:operation': [mail.operation],
  ...(mail.configurationSet === undefined ? {} : { 'ses:configuration-set': [mail.configurationSet] }),
  'ses:source-ip': [mail.sourceIp],
  'ses:from-domain': [domainOf(mail.source)],
  'ses:caller-identity': [mail.callerIdentity],
  ...(eventType === 'Delivery' ? { 'ses:outgoing-ip': [OUTGOING_IP] } : {}),
  ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
});

/** The `mail` part of an event. */
export const mailObject = (mail: AcceptedMail, eventType: EventType, region: string): MailObject => ({
  timestamp: new Date(mail.at).toISOString(),
  source: mail.source,
  sourceArn: `arn:aws:ses:${region}:${ACCOUNT_ID}:identity/${domainOf(mail.source)}`,
  sendingAccountId: ACCOUNT_ID,
  messageId: mail.messageId,
  destination: mail.destinations,
  ...shownHeaders(mail.headers),
  commonHeaders: commonHeaders(mail),
  tags: tagsOf(mail, eventType),
});
