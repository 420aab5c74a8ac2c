import fc from 'fast-check';
import PostalMime from 'postal-mime';

import type { Composed, MailContent, Recipient } from '../../domain/mail.ts';
import { SpliceComposer } from './splice-composer.ts';

const now = new Date('2026-11-21T10:00:00Z');
const composer = new SpliceComposer(() => now);
const list = {
  listId: 'lst_1',
  name: 'News',
  unsubscribeUrl: 'https://mail.example.com/api/audience/unsubscribe/',
  campaignId: 'cmp_1',
  runId: 'run_1',
};
const content: MailContent = {
  from: { name: 'News', address: 'news@example.com' },
  subject: 'Hello {{ name }}',
  html: '<p>Dear {{ name }}</p>',
  list,
};
const ada: Recipient = { contactId: 'c', address: 'ada@example.com', token: 'tok', fields: { name: 'Ada' } };

const compose = (changed: Partial<MailContent> = {}, recipient: Partial<Recipient> = {}): Promise<Composed> =>
  composer.compile({ ...content, ...changed })({ ...ada, ...recipient }, 'run_1.0.7');

const rawOf = async (...given: Parameters<typeof compose>): Promise<string> => {
  const composed = await compose(...given);
  return composed.kind === 'mail' ? Buffer.from(composed.raw).toString('latin1') : composed.reason;
};
const read = async (...given: Parameters<typeof compose>) =>
  PostalMime.parse(Buffer.from(await rawOf(...given), 'latin1'));

it('writes the headers that every campaign mail needs', async () => {
  const { headers, from, to, subject } = await read({ replyTo: 'help@example.com' });

  expect({ from, to, subject }).toMatchObject({
    from: { name: 'News', address: 'news@example.com' },
    to: [{ address: 'ada@example.com' }],
    subject: 'Hello Ada',
  });
  expect(Object.fromEntries(headers.map(({ key, value }) => [key, value]))).toMatchObject({
    'reply-to': 'help@example.com',
    'message-id': '<run_1.0.7@example.com>',
    date: 'Sat, 21 Nov 2026 10:00:00 +0000',
    'mime-version': '1.0',
    'list-unsubscribe': '<https://mail.example.com/api/audience/unsubscribe/tok>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'list-id': '"News" <lst-1.example.com>',
    'feedback-id': 'cmp_1:lst_1:run_1:bulkhead',
  });
});

it.each([
  ['Hangul', '김민수'],
  ['Han', '王小明'],
  ['Cyrillic', 'Анна Каренина'],
  ['Arabic', 'محمد'],
  ['Hebrew', 'דוד'],
  ['emoji', '👩‍👩‍👧‍👦 🚀'],
  ['a very long name', '긴이름'.repeat(60)],
])('keeps names whole: %s', async (_, name) => {
  const { subject, html, text } = await read({ text: 'Dear {{ name }}' }, { fields: { name } });

  expect([subject, html, text]).toEqual([
    `Hello ${name}`,
    expect.stringContaining(name),
    expect.stringContaining(name),
  ]);
});

it('writes names of senders and lists that are not ASCII', async () => {
  const { from, headers } = await read({
    from: { name: '불크헤드 "소식"', address: 'news@example.com' },
    list: { ...list, name: '우리 소식지' },
  });

  expect(from?.name).toBe('불크헤드 "소식"');
  expect(headers.find(({ key }) => key === 'list-id')?.value).toContain('<lst-1.example.com>');
});

it('lets nobody add a header or end the header early', async () => {
  const anything = fc.string({
    unit: fc.constantFrom('a', ':', ' ', '\r', '\n', '\t', '\u2028', '\0', 'Bcc: x@y.z', '가', '=?'),
  });

  await fc.assert(
    fc.asyncProperty(anything, anything, async (name, sender) => {
      const { headers } = await read(
        { from: { name: sender, address: 'news@example.com' }, list: { ...list, name: sender } },
        { fields: { name } },
      );
      const keys = headers.map(({ key }) => key).toSorted();

      expect(keys).toEqual([
        'content-type',
        'date',
        'feedback-id',
        'from',
        'list-id',
        'list-unsubscribe',
        'list-unsubscribe-post',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ]);
    }),
    { numRuns: 60 },
  );
});

it('writes no line longer than 998 octets', async () => {
  const long = 'x'.repeat(5_000);
  const raw = await rawOf({ html: `<p>${long}</p>`, text: long }, { fields: { name: '가'.repeat(4_000) } });

  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
});

it('ends every line with CRLF', async () => {
  const raw = await rawOf({ text: 'one\ntwo\r\nthree' });

  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

it('escapes values in HTML and nowhere else', async () => {
  const { subject, html, text } = await read({ text: '{{ name }}' }, { fields: { name: '<b>&"' } });

  expect([subject, html?.trim(), text?.trim()]).toEqual(['Hello <b>&"', '<p>Dear &lt;b&gt;&amp;&#34;</p>', '<b>&"']);
});

it('renders a field that a recipient lacks as empty, or as its default', async () => {
  const { subject, html } = await read(
    { subject: 'Hello {{ name }}!', html: '{{ name | default: "friend" }}' },
    { fields: {} },
  );

  expect([subject, html?.trim()]).toEqual(['Hello !', 'friend']);
});

it('makes a text part out of HTML that was frozen without one', async () => {
  const { text } = await read({
    html: '<style>p{}</style><h1>Hi {{ name }}</h1><a href="https://x.example/">more</a>',
  });

  expect(text?.trim()).toBe('Hi Ada\nmore');
});

it('puts out what a template has captured as it is: its values are escaped already', async () => {
  const { html } = await read(
    { html: '{% capture line %}<b>{{ name }}</b>{% endcapture %}<p>{{ line }}</p>' },
    { fields: { name: 'Ada & <Bob>' } },
  );

  expect(html).toContain('<p><b>Ada &amp; &lt;Bob&gt;</b></p>');
});

it('offers the unsubscribe address to the template', async () => {
  const { html } = await read({ html: '<a href="{{ unsubscribe_url }}">bye</a>' });

  expect(html).toContain('https://mail.example.com/api/audience/unsubscribe/tok');
});

it('lets no field of a contact pose as the unsubscribe address', async () => {
  const { html } = await read(
    { html: '{{ unsubscribe_url }}' },
    { fields: { unsubscribe_url: 'https://evil.example' } },
  );

  expect(html).not.toContain('evil');
});

it('writes domains in Punycode', async () => {
  const composed = await compose({ from: { address: 'news@bücher.example' } }, { address: 'ada@한국.example' });

  expect(composed).toMatchObject({ kind: 'mail', from: 'news@xn--bcher-kva.example', to: 'ada@xn--3e0b707e.example' });
});

it.each([
  ['no address', 'ada', 'address_malformed'],
  ['two addresses', 'ada@example.com,eve@example.com', 'address_malformed'],
  ['a line break', 'ada@example.com\r\nBcc: eve@example.com', 'address_malformed'],
  ['letters SES does not take', '민수@example.com', 'address_not_ascii'],
])('refuses a recipient with %s', async (_, address, reason) => {
  expect(await compose({}, { address })).toEqual({ kind: 'refused', reason });
});

it('sends without fields what cannot be rendered with them', async () => {
  const { html } = await read(
    { html: '{% for n in (1..count) %}{{ n | times: 1 }}{{ name }}xxxxxxxxxxxxxxxxxxxxx{% endfor %}!' },
    { fields: { count: '100000000', name: 'Ada' } },
  );

  expect(html?.trim()).toBe('!');
});

it('refuses a recipient when not even that helps', async () => {
  expect(await compose({ html: '{% for n in (1..100000000) %}x{% endfor %}' })).toEqual({
    kind: 'refused',
    reason: 'template_failed',
  });
});

it('refuses a message larger than SES takes', async () => {
  const html = `<p>${'{{ name }}'.repeat(900)}</p>`;

  expect(await compose({ html }, { fields: { name: '가'.repeat(4_000) } })).toEqual({
    kind: 'refused',
    reason: 'message_too_large',
  });
});

it.each([
  ['a template', { html: '{% if %}' }],
  ['a sender', { from: { address: 'nobody' } }],
])('parks a run whose content has %s that cannot be read', (_, changed) => {
  expect(() => composer.compile({ ...content, ...changed })).toThrow(
    expect.objectContaining({ code: 'content_malformed' }),
  );
});

it('writes no list headers for a test, which belongs to no list', async () => {
  const { headers } = await read({ list: undefined });

  expect(headers.filter(({ key }) => key.startsWith('list-'))).toEqual([]);
});
