import type { Content } from '../template.ts';
import { type Check, fine, stop, warning } from './check.ts';

/** Gmail shows so much of a mail, and a link to the rest: whoever is behind it is not counted, nor the link that unsubscribes. */
const CLIPPED_BYTES = 102 * 1_024;
/** A tracked link is so much longer; SES adds a picture that counts opens, too. */
const TRACKED_LINK_BYTES = 250;
const PIXEL_BYTES = 400;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1_024)} KB`;

/** How long the mail is: its HTML to Gmail, and all of it to SES. */
export const checkSize = (
  { html }: Content,
  { links, message }: { readonly links: number; readonly message: { readonly bytes: number; readonly most: number } },
): Check => {
  const id = 'size';
  const htmlBytes = bytesOf(html) + links * TRACKED_LINK_BYTES + PIXEL_BYTES;
  const data = { htmlBytes, clippedAbove: CLIPPED_BYTES, messageBytes: message.bytes, mostBytes: message.most };
  if (message.bytes > message.most) {
    return stop({
      id,
      found: 'too_large',
      title: `The mail has ${kilobytes(message.bytes)} with its files: SES takes ${kilobytes(message.most)}.`,
      advice: 'Take files out of the template, or link to them instead.',
      data,
    });
  }
  return htmlBytes <= CLIPPED_BYTES
    ? fine({ id, found: 'fine', title: `The mail has ${kilobytes(htmlBytes)} of HTML.`, data })
    : warning({
        id,
        found: 'clipped',
        title: `The mail has ${kilobytes(htmlBytes)} of HTML: Gmail shows the first 102 KB and hides the rest.`,
        advice: 'Shorten it, or take out styles and comments that nothing needs.',
        data,
      });
};

const UNSUBSCRIBE = /\bunsubscribe_url\b/;

/** Mail programs have a button of their own, which every mail brings along; most laws want a link that people see. */
export const checkUnsubscribe = ({ html, text }: Content): Check => {
  const id = 'unsubscribe';
  const data = { inHtml: UNSUBSCRIBE.test(html), inText: text === undefined || UNSUBSCRIBE.test(text) };
  if (!data.inHtml) {
    return warning({
      id,
      found: 'missing',
      title: 'No link in the mail unsubscribes its reader.',
      advice: 'Put one at its end: <a href="{{ unsubscribe_url }}">Unsubscribe</a>',
      data,
    });
  }
  return data.inText
    ? fine({ id, found: 'present', title: 'The mail has a link that unsubscribes its reader.', data })
    : warning({
        id,
        found: 'missing_in_text',
        title: 'The plain text of the mail has no link that unsubscribes its reader.',
        advice:
          'Put {{ unsubscribe_url }} at the end of the text, or leave the text out: then it is made from the HTML.',
        data,
      });
};

/** What dispatch writes itself. */
const OWN_FIELDS = new Set(['unsubscribe_url']);

/** Which merge fields the template uses; whether contacts have them, audience knows. */
export const mergeFieldsOf = (fields: readonly string[]): readonly string[] =>
  fields.filter((field) => !OWN_FIELDS.has(field));

export const checkFields = (fields: readonly string[]): Check => {
  const used = mergeFieldsOf(fields);
  const title = used.length === 0 ? 'The mail is the same for everybody.' : `The mail uses ${used.join(', ')}.`;
  return fine({ id: 'fields', found: used.length === 0 ? 'none' : 'used', title, data: { fields: used } });
};
