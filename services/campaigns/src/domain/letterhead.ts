import type { Sender } from './sender.ts';
import type { Content } from './template.ts';

/** What a mail has from its sender, whatever its template says. */
export interface Letterhead {
  readonly from: Sender;
  readonly replyTo?: string;
  readonly subjectLabel?: string;
  readonly footerText?: string;
}

/** Dispatch reads no longer one. */
export const LONGEST_SUBJECT = 998;

/** A subject that begins so already stays as it is. */
const withLabel = (subject: string, label: string | undefined): string =>
  label === undefined || subject.trimStart().startsWith(label) ? subject : `${label} ${subject}`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');

const BODY_END = /<\/body[ \t\r\n]{0,9}>/gi;
const LAST_OF_LETTER = /^<\/body\s*>\s*(?:<\/html\s*>\s*)?$/i;

/** The last end of a body is the letter's if nothing comes after it: else it may be a comment's, or of one case of several. */
const endOf = (html: string): number => {
  const last = [...html.matchAll(BODY_END)].at(-1)?.index ?? html.length;
  return LAST_OF_LETTER.test(html.slice(last)) ? last : html.length;
};

const htmlWithFooter = (html: string, footer: string): string => {
  const lines = footer.split(/\r\n|\r|\n/).map(escaped);
  const paragraph = `<p style="margin:24px 0;font-size:12px;line-height:1.5;text-align:center;color:#666666">${lines.join('<br>')}</p>`;
  const end = endOf(html);
  return `${html.slice(0, end)}${paragraph}${html.slice(end)}`;
};

/** The content of a mail with its sender's label before the subject, and its sender's footer at the end. */
export const onLetterhead = (
  { subject, html, text }: Content,
  { subjectLabel, footerText }: Pick<Letterhead, 'subjectLabel' | 'footerText'>,
): Content => ({
  subject: withLabel(subject, subjectLabel),
  html: footerText === undefined ? html : htmlWithFooter(html, footerText),
  ...(text !== undefined && { text: footerText === undefined ? text : `${text.trimEnd()}\n\n${footerText}\n` }),
});
