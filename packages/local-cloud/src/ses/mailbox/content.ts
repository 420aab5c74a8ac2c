import PostalMime, { type Attachment, decodeWords, type Email } from 'postal-mime';

import type { Message } from './answers.ts';
import { rawOf, type StoredMail } from './mail-store.ts';

export type Content = Pick<Message, 'headers' | 'html' | 'text' | 'attachments'>;

export const parseMail = (mail: StoredMail): Promise<Email> => PostalMime.parse(rawOf(mail));

export const bytesOf = ({ content }: Attachment): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));

/** Points inline images (`cid:…`) at the attachments they mean. */
const withInlineImages = (html: string, id: string, attachments: readonly Attachment[]): string =>
  attachments.reduce((shown, { contentId }, index) => {
    const name = contentId?.replaceAll(/^<|>$/g, '') ?? '';
    return name === '' ? shown : shown.replaceAll(`cid:${name}`, `/mailbox/api/messages/${id}/attachments/${index}`);
  }, html);

/** What a mail reader shows of a message. */
export const contentOf = async (mail: StoredMail): Promise<Content> => {
  const { headers, html, text, attachments } = await parseMail(mail);

  return {
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value: decodeWords(value) })),
    html: html === undefined ? undefined : withInlineImages(html, mail.id, attachments),
    text,
    attachments: attachments.map((attachment, index) => ({
      index,
      filename: attachment.filename ?? `part-${index + 1}`,
      mimeType: attachment.mimeType,
      size: bytesOf(attachment).length,
    })),
  };
};
