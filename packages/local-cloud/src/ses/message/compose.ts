import { randomUUID } from 'node:crypto';

import { invalidParameter } from '../api/refusal.ts';

/** What SendEmail is given, instead of a raw message. */
export interface Content {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
}

// RFC 2047 allows 75 characters a word; 42 bytes are 56 in base64, and the charset takes the rest.
const WORD_BYTES = 42;

const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

const encodedSubject = (subject: string): string => {
  if (/[\r\n\0]/.test(subject)) throw invalidParameter("Header 'Subject' contains an illegal newline.");
  if (/^[\u0020-\u007e]*$/.test(subject)) return subject;

  const words = [''];
  for (const character of subject) {
    const grown = `${words.at(-1) ?? ''}${character}`;
    if (Buffer.byteLength(grown) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = grown;
  }
  return words.map(encodedWord).join('\r\n ');
};

const part = (type: string, text: string): string => {
  const lines = Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  return `Content-Type: ${type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`;
};

const bodyOf = ({ text, html }: Content): string => {
  if (text !== undefined && html === undefined) return part('text/plain', text);
  if (html !== undefined && text === undefined) return part('text/html', html);
  if (text === undefined || html === undefined) throw invalidParameter('Must specify at least one body part.');

  const boundary = `=_${randomUUID()}`;
  const parts = [part('text/plain', text), part('text/html', html)].map((each) => `--${boundary}\r\n${each}`);
  return `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n${parts.join('')}--${boundary}--\r\n`;
};

const addressLine = (name: string, mailboxes: readonly string[]): readonly string[] => {
  if (mailboxes.some((mailbox) => /[\r\n\0]/.test(mailbox))) {
    throw invalidParameter(`Header '${name}' contains an illegal newline.`);
  }
  return mailboxes.length === 0 ? [] : [`${name}: ${mailboxes.join(', ')}`];
};

/** Writes the message that SES makes of a SendEmail request. */
export const compose = (content: Content): Buffer =>
  Buffer.from(
    [
      ...addressLine('From', [content.from]),
      ...addressLine('To', content.to),
      ...addressLine('Cc', content.cc),
      ...addressLine('Reply-To', content.replyTo),
      `Subject: ${encodedSubject(content.subject)}`,
      'MIME-Version: 1.0',
      bodyOf(content),
    ].join('\r\n'),
  );
