import type { MailContent, MailingList, Recipient } from '../../domain/mail.ts';
import type { Envelope } from './attachment-parts.ts';
import { addressHeader, describedHeader, oneLine, textHeader, tokenHeader } from './header-text.ts';

/** The sender of a run, in ASCII. */
export interface Sender {
  readonly address: string;
  readonly domain: string;
  readonly replyTo?: string | undefined;
}

/** What a message has of its own. */
export interface Own {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly date: Date;
  readonly recipient: Pick<Recipient, 'token' | 'listId'>;
  /** Both encoded. */
  readonly text: string;
  readonly html: string;
  readonly encoding: 'quoted-printable' | 'base64';
}

/** Writes everything that the messages of a run have in common, once. What the envelope's end shares follows what comes out. */
export const frameMessages = (
  { from, list }: MailContent,
  sender: Sender,
  { contentType, opening, boundary, shared }: Envelope,
): ((own: Own) => string) => {
  const commonOf = (of: MailingList | undefined): string =>
    [
      addressHeader('From', oneLine(from.name ?? ''), sender.address),
      ...(sender.replyTo === undefined ? [] : [addressHeader('Reply-To', '', sender.replyTo)]),
      ...(of ? commonListHeaders(of, sender.domain) : []),
      'MIME-Version: 1.0',
      contentType,
    ].join('\r\n');
  // A list that the snapshot does not name has the headers of the run's list; who may be mailed does not depend on it.
  const common = commonOf(list);
  const commonOfOthers = new Map(
    [...(list?.others ?? [])].map(([listId, name]) => [listId, commonOf(list && { ...list, listId, name })]),
  );
  const between = `--${boundary}\r\n`;
  const finish = shared === undefined ? (message: string): string => message : inThrees;

  return ({ to, subject, messageId, date, recipient, text, html, encoding }) =>
    finish(
      [
        addressHeader('To', '', to),
        ...(subject === '' ? [] : [textHeader('Subject', subject)]),
        `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
        `Message-ID: <${messageId}@${sender.domain}>`,
        ...(list ? [tokenHeader('List-Unsubscribe', `<${oneClickUrl(list, recipient)}>`)] : []),
        (recipient.listId !== undefined && commonOfOthers.get(recipient.listId)) || common,
        '',
        `${opening}${between}${partOf('plain', text, encoding)}`,
        `${between}${partOf('html', html, encoding)}`,
        `--${boundary}--`,
        '',
      ].join('\r\n'),
    );
};

/** Spaces behind the last part mean nothing; with them, what follows can be encoded in base64 by itself. */
const inThrees = (message: string): string => message.padEnd(Math.ceil(message.length / 3) * 3);

const partOf = (subtype: string, content: string, encoding: Own['encoding']): string =>
  `Content-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}`;

/** RFC 8058, RFC 2919, and a Feedback-ID by which Gmail tells complaints about campaigns apart. */
const commonListHeaders = ({ listId, name, campaignId, runId }: MailingList, domain: string): readonly string[] => [
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  describedHeader('List-Id', oneLine(name), `${listId.toLowerCase().replaceAll('_', '-')}.${domain}`),
  tokenHeader('Feedback-ID', `${campaignId}:${listId}:${runId}:bulkhead`),
];

/** Fit to stand between angle brackets. */
const oneClickUrl = ({ unsubscribeUrl }: MailingList, { token }: Pick<Recipient, 'token'>): string =>
  `${unsubscribeUrl}${token}`.replaceAll(/[^!-;=?-~]/gu, (character) => encodeURIComponent(character.toWellFormed()));
