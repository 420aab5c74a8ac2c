import type { MailContent } from '../../domain/mail.ts';
import { type CutTemplate, cutTemplate, joinPieces, type Scope } from './cut-template.ts';
import { oneLine } from './header-text.ts';
import { encodeFrom } from './quoted-printable.ts';
import { encodePart, type Fillings } from './spliced-part.ts';
import { withoutMarkup } from './without-markup.ts';

/** What of a mail comes out of templates, for one recipient. */
export interface Parts {
  readonly subject: string;
  readonly inQuotedPrintable: EncodedParts;
  inBase64(): EncodedParts;
}

interface EncodedParts {
  readonly encoding: 'quoted-printable' | 'base64';
  readonly html: string;
  readonly text: string;
}

/** @throws if a template cannot be parsed */
export const compileParts = (content: MailContent): ((scope: Scope) => Parts) => {
  const subject = cutTemplate('subject', content.subject);
  const html = cutTemplate('html', content.html);
  const encodeHtml = encodePart(html.fixed);
  const fillText = compileText(content, html);

  return (scope) => {
    const filled = html.fill(scope);
    const text = fillText(scope, filled);
    return {
      subject: oneLine(joinPieces(subject.fixed, subject.fill(scope))),
      inQuotedPrintable: { encoding: 'quoted-printable', html: encodeHtml(filled), text: text.inQuotedPrintable },
      inBase64: () => ({
        encoding: 'base64',
        html: base64(joinPieces(html.fixed, filled)),
        text: base64(text.plain()),
      }),
    };
  };
};

interface FilledText {
  readonly inQuotedPrintable: string;
  plain(): string;
}

type FillText = (scope: Scope, html: Fillings) => FilledText;

const compileText = (content: MailContent, html: CutTemplate): FillText => {
  if (content.text === undefined) {
    return (_, filled) => {
      const plain = (): string => withoutMarkup(joinPieces(html.fixed, filled));
      return { inQuotedPrintable: encodeFrom(0, plain()).text, plain };
    };
  }
  const text = cutTemplate('text', content.text);
  const encode = encodePart(text.fixed);
  return (scope) => {
    const filled = text.fill(scope);
    return { inQuotedPrintable: encode(filled), plain: () => joinPieces(text.fixed, filled) };
  };
};

const base64 = (text: string): string =>
  Buffer.from(text.replaceAll(/\r\n|\r|\n/g, '\r\n'))
    .toString('base64')
    .replaceAll(/.{76}/g, '$&\r\n');
