import type { Attachment } from '../../domain/mail.ts';
import { parameter } from './header-text.ts';

/** No line of quoted-printable or base64 can begin like these, and none of them like another. */
const ALTERNATIVE = '=_bulkhead';
const RELATED = '=_related';
const MIXED = '=_mixed';

/** What is put around the text and the HTML of a message. */
export interface Envelope {
  /** The header that says what the message consists of. */
  readonly contentType: string;
  /** What precedes the first part. */
  readonly opening: string;
  readonly boundary: string;
  /** What follows the last part: the same for everybody, encoded once. */
  readonly shared: Buffer | undefined;
}

/** RFC 2046: alternatives, in what is shown together with its pictures, in what has files attached; each only where it is needed. */
export const envelopeFor = (attachments: readonly Attachment[]): Envelope => {
  const inline = attachments.filter(({ contentId }) => contentId !== undefined);
  const attached = attachments.filter(({ contentId }) => contentId === undefined);
  const levels = [
    { type: 'multipart/mixed', boundary: MIXED, files: attached },
    { type: 'multipart/related', boundary: RELATED, files: inline },
  ].filter(({ files }) => files.length > 0);

  const types = [
    ...levels.map(({ type, boundary }) => typeOf(type, boundary)),
    typeOf('multipart/alternative', ALTERNATIVE),
  ];
  const [contentType = '', ...inner] = types;
  const opening = inner.map((type, n) => `--${levels[n]?.boundary}\r\n${type}\r\n\r\n`).join('');
  const closing = levels.toReversed().map(({ boundary, files }) => filesIn(boundary, files));

  return {
    contentType,
    opening,
    boundary: ALTERNATIVE,
    shared: levels.length === 0 ? undefined : Buffer.from(closing.join(''), 'latin1'),
  };
};

const typeOf = (type: string, boundary: string): string => {
  const root = type === 'multipart/related' ? ' type="multipart/alternative";\r\n' : '';
  return `Content-Type: ${type};${root} boundary="${boundary}"`;
};

const filesIn = (boundary: string, files: readonly Attachment[]): string =>
  `${files.map((file) => `\r\n--${boundary}\r\n${partOf(file)}`).join('')}\r\n--${boundary}--\r\n`;

const partOf = ({ fileName, contentType, contentId, body }: Attachment): string =>
  [
    `Content-Type: ${contentType}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: ${contentId === undefined ? 'attachment' : 'inline'};${parameter('filename', fileName)}`,
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
    '',
    base64Lines(body),
  ].join('\r\n');

const base64Lines = (body: Uint8Array): string =>
  Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString('base64')
    .replaceAll(/.{76}(?!$)/g, '$&\r\n');
