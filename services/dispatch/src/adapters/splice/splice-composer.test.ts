import { bodies, derivedTexts, fieldsOfMany, subjects, texts } from '@bulkhead/testing/mail-corpus';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { MimeComposer } from '../../../tests/support/mime-composer.ts';
import type { MailContent, Recipient } from '../../domain/mail.ts';
import { SpliceComposer } from './splice-composer.ts';
import { anyFields } from './testing/values.ts';

const now = () => new Date('2026-11-21T10:00:00Z');
const whole = new MimeComposer(now);
const spliced = new SpliceComposer(now);
const list = {
  listId: 'lst_0123456789abcdef0123456789abcdef',
  name: 'Shop "News", Ltd',
  unsubscribeUrl: 'https://abc.execute-api.eu-west-1.amazonaws.com/api/audience/unsubscribe/',
  campaignId: 'cmp_0123456789abcdef0123456789abcdef',
  runId: 'run_0123456789abcdef0123456789abcdef',
};
const content: MailContent = {
  from: { name: '쇼핑', address: 'news@example.com' },
  subject: 'Hi',
  html: '<p>x</p>',
  list,
};
const recipientWith = (fields: Recipient['fields']): Recipient => ({
  contactId: 'c',
  address: 'ann@example.com',
  token: 'dG9rZW4'.repeat(8),
  fields,
});

const lines = (text: string | undefined): string => (text ?? '').replaceAll(/\r\n|\r/g, '\n').replace(/\n+$/, '');

/** What a reader sees of a message. */
const decode = async (raw: Uint8Array) => {
  const { headers, from, to, replyTo, subject, html, text } = await PostalMime.parse(raw);
  const own = headers.filter(
    ({ key }) => !['content-type', 'content-transfer-encoding', 'subject', 'from', 'list-id'].includes(key),
  );
  return {
    headers: own.map(({ key, value }) => `${key}: ${value}`).toSorted(),
    keys: headers
      .map(({ key }) => key)
      .filter((key) => key !== 'content-transfer-encoding')
      .toSorted(),
    from,
    to,
    replyTo,
    subject: subject ?? '',
    html: lines(html),
    text: lines(text),
  };
};

const bothWays = async (changed: Partial<MailContent>, everyFields: readonly Recipient['fields'][]) => {
  const all = { ...content, ...changed };
  const composers = [spliced.compile(all), whole.compile(all)];
  const results = await Promise.all(
    composers.map(async (compose) => {
      const decoded = [];
      for (const fields of everyFields) {
        const composed = await compose(recipientWith(fields), 'run_1.0.7');
        decoded.push(composed.kind === 'mail' ? await decode(composed.raw) : composed);
      }
      return decoded;
    }),
  );
  return { ours: results[0], theirs: results[1] };
};

const rawOf = async (changed: Partial<MailContent>, fields: Recipient['fields']): Promise<string> => {
  const composed = await spliced.compile({ ...content, ...changed })(recipientWith(fields), 'run_1.0.7');
  return composed.kind === 'mail' ? Buffer.from(composed.raw).toString('latin1') : composed.reason;
};

it.each(Object.entries(bodies))('writes the same HTML: %s', async (_, html) => {
  const { ours, theirs } = await bothWays({ html }, fieldsOfMany);

  expect(ours).toEqual(theirs);
});

it.each(Object.entries(derivedTexts))('writes the same text derived from HTML: %s', async (_, text) => {
  const { ours, theirs } = await bothWays({ text }, fieldsOfMany);

  expect(ours).toEqual(theirs);
});

it.each(Object.entries(texts))('writes the same text of its own: %s', async (_, text) => {
  const { ours, theirs } = await bothWays({ text }, fieldsOfMany);

  expect(ours).toEqual(theirs);
});

it.each(Object.entries(subjects))('writes the same subject: %s', async (_, subject) => {
  const { ours, theirs } = await bothWays({ subject }, fieldsOfMany);

  expect(ours).toEqual(theirs);
});

it('writes the same for any values whatever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        html: fc.constantFrom(...Object.values(bodies)),
        text: fc.constantFrom(...Object.values(texts), ...Object.values(derivedTexts), undefined),
        subject: fc.constantFrom(...Object.values(subjects)),
      }),
      fc.array(anyFields, { minLength: 1, maxLength: 4 }),
      async (templates, everyFields) => {
        const { ours, theirs } = await bothWays(templates, [...everyFields, ...everyFields]);

        expect(ours).toEqual(theirs);
      },
    ),
    { numRuns: 60 },
  );
});

it('writes the same for any template whatever', async () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<br>',
    '<div>',
    '</div>',
    '<a href="',
    '">',
    '</a>',
    '<a href="https://x.example/">',
    '<ul><li>',
    '</li></ul>',
    '<!-- ',
    ' -->',
    '<pre>',
    '</pre>',
    '<td title="',
    '<h1>',
    '</h1>',
    '<',
    '>',
    '&',
    '&amp;',
    '&#',
    '"',
    "'",
    '=',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '.',
    'word',
    'a somewhat longer piece of text that is wrapped ',
    '한국어 ',
    '🎉',
    '{{ name }}',
    '{{ name }}',
    '{{ url }}',
    '{{- name -}}',
    '{{ html | raw }}',
    '{% if name %}',
    '{% else %}',
    '{% endif %}',
    '{% assign name = "x" %}',
    '{% for n in (1..2) %}',
    '{% endfor %}',
    '{% break %}',
    '{{ nothing }}',
  );
  const template = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  await fc.assert(
    fc.asyncProperty(template, fc.array(anyFields, { minLength: 1, maxLength: 3 }), async (html, everyFields) => {
      fc.pre(isReadable(html));
      const { ours, theirs } = await bothWays({ html }, [...everyFields, ...everyFields, ...everyFields]);

      expect(ours).toEqual(theirs);
    }),
    { numRuns: 100 },
  );
});

it('keeps lines short, whatever the template and the values', async () => {
  const anyContent = fc.record({
    html: fc.constantFrom(...Object.values(bodies)),
    subject: fc.constantFrom(...Object.values(subjects)),
  });

  await fc.assert(
    fc.asyncProperty(anyContent, anyFields, async (templates, fields) => {
      const [, ...body] = (await rawOf(templates, fields)).split('\r\n\r\n');

      expect(
        Math.max(
          ...body
            .join('\r\n')
            .split('\r\n')
            .map(({ length }) => length),
        ),
      ).toBeLessThanOrEqual(76);
    }),
    { numRuns: 60 },
  );
});

it('encodes otherwise what would be too large only because of its letters', async () => {
  const raw = await rawOf({ html: `<p>${'한'.repeat(1_200_000)}{{ name }}</p>`, text: 'short' }, { name: '김민수' });

  expect(raw).toContain('Content-Transfer-Encoding: base64');
});

const isReadable = (html: string): boolean => {
  try {
    whole.compile({ ...content, html });
    return true;
  } catch {
    return false;
  }
};

it.each([
  [undefined, '"Shop \\"News\\", Ltd"', 'lst-0123456789abcdef0123456789abcdef'],
  ['lst_2', '"Offers"', 'lst-2'],
  ['lst_9', '"Shop \\"News\\", Ltd"', 'lst-0123456789abcdef0123456789abcdef'],
])('names the list by which somebody is mailed, if its name is known: %s', async (listId, name, id) => {
  const others = new Map([['lst_2', 'Offers']]);
  const compose = spliced.compile({ ...content, list: { ...list, others } });

  const composed = await compose({ ...recipientWith({}), listId }, 'run_1.0.7');

  const raw = composed.kind === 'mail' ? Buffer.from(composed.raw).toString('latin1').replaceAll('\r\n ', ' ') : '';
  expect(raw).toContain(`List-Id: ${name} <${id}.example.com>`);
  expect(raw).toContain(`:${id.replace('-', '_')}:${list.runId}:bulkhead`);
});
