import fc from 'fast-check';
import PostalMime from 'postal-mime';

import { MimeComposer } from '../../../tests/support/mime-composer.ts';
import type { Attachment, Composed, MailContent } from '../../domain/mail.ts';
import { oneLine } from './header-text.ts';
import { SpliceComposer } from './splice-composer.ts';

const now = () => new Date('2026-11-21T10:00:00Z');
const recipient = { contactId: 'c', address: 'ann@example.com', token: 't', fields: { name: '김민수' } };
const content: MailContent = {
  from: { name: 'News', address: 'news@example.com' },
  subject: 'Hello {{ name }}',
  html: '<p>{{ name }}</p><img src="cid:logo@bulkhead">',
  text: 'Dear {{ name }}',
};
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, n) => (n * 31) % 256);
const pdf: Attachment = { fileName: 'list.pdf', contentType: 'application/pdf', body: bytes(1_000) };
const logo: Attachment = {
  fileName: 'logo.png',
  contentType: 'image/png',
  contentId: 'logo@bulkhead',
  body: bytes(57 * 4),
};

const wholeOf = (composed: Composed): Buffer =>
  composed.kind === 'mail'
    ? Buffer.concat([composed.raw, composed.shared ?? Buffer.of()])
    : Buffer.from(composed.reason);
const compose = (attachments: readonly Attachment[], changed: Partial<MailContent> = {}): Promise<Composed> =>
  new SpliceComposer(now).compile({ ...content, ...changed, attachments })(recipient, 'run_1.0.7');

const read = async (raw: Uint8Array) => {
  const { subject, html, text, attachments } = await PostalMime.parse(raw);
  return {
    subject,
    html: html?.trim(),
    text: text?.trim(),
    attachments: attachments.map(({ content: body, ...rest }) => ({
      ...rest,
      body: Buffer.from(typeof body === 'string' ? body : new Uint8Array(body)).toString('base64'),
    })),
  };
};
const bothWays = async (attachments: readonly Attachment[]) => {
  const all = { ...content, attachments };
  const theirs = await new MimeComposer(now).compile(all)(recipient, 'run_1.0.7');
  return { ours: await read(wholeOf(await compose(attachments))), theirs: await read(wholeOf(theirs)) };
};

it.each<[string, readonly Attachment[]]>([
  ['none', []],
  ['a file', [pdf]],
  ['a picture', [logo]],
  ['files and pictures', [pdf, logo, { ...pdf, fileName: 'other.pdf' }, { ...logo, contentId: 'two@bulkhead' }]],
  ['an empty file', [{ ...pdf, body: bytes(0) }]],
  ['a file name in another script', [{ ...pdf, fileName: '가을 목록 (최종).pdf' }]],
  ['a very long file name', [{ ...pdf, fileName: `${'아주 긴 이름 '.repeat(20)}.pdf` }]],
  ['a file name with quotes', [{ ...pdf, fileName: `the "best" of 'it' \\ 100%.pdf` }]],
])('writes what nodemailer writes: %s', async (_, attachments) => {
  const { ours, theirs } = await bothWays(attachments);

  expect(ours).toEqual(theirs);
});

it('writes what nodemailer writes, whatever the files', async () => {
  const file = fc.record({
    fileName: fc
      .oneof(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), fc.lorem())
      // What ends a line is a space here, which nodemailer leaves as it is.
      .map((name) => `${oneLine(name)}.pdf`),
    contentType: fc.constantFrom('application/pdf', 'image/png', 'text/csv'),
    contentId: fc.option(fc.constantFrom('a@bulkhead', 'b@bulkhead'), { nil: undefined }),
    body: fc.uint8Array({ maxLength: 300 }),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 4 }), async (attachments) => {
      const { ours, theirs } = await bothWays(attachments);

      expect(ours).toEqual(theirs);
    }),
    { numRuns: 60 },
  );
});

it('shares one copy of them with all mails, where it can be encoded by itself', async () => {
  const composed = new SpliceComposer(now).compile({ ...content, attachments: [pdf, logo] });
  const mails = await Promise.all(['a', 'ab', 'abc'].map((name) => composed({ ...recipient, fields: { name } }, 'l')));

  const [first] = mails;
  expect(mails).toEqual(mails.map(() => expect.objectContaining({ shared: expect.any(Uint8Array) })));
  for (const mail of mails) {
    if (mail.kind !== 'mail' || first?.kind !== 'mail') throw new Error('refused');
    expect([mail.raw.byteLength % 3, mail.shared === first.shared]).toEqual([0, true]);
  }
});

it('keeps lines short, and ends every one with CRLF', async () => {
  const raw = wholeOf(await compose([{ ...pdf, fileName: `${'긴 이름 '.repeat(30)}.pdf` }, logo])).toString('latin1');

  expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

it('lets no file name add a header', async () => {
  const { attachments } = await read(
    wholeOf(await compose([{ ...pdf, fileName: 'a"\r\nBcc: eve@example.com\r\n\r\n.pdf' }])),
  );

  expect(attachments).toMatchObject([{ filename: 'a" Bcc: eve@example.com .pdf', mimeType: 'application/pdf' }]);
});

it.each([
  [7_400_000, 'mail'],
  [7_700_000, 'refused'],
])('counts them in what SES takes: with %i bytes it is %s', async (length, kind) => {
  expect(await compose([{ ...pdf, body: bytes(length) }])).toMatchObject({ kind });
});
