import { bodies, derivedTexts, fieldsOfMany } from '@bulkhead/testing/mail-corpus';
import fc from 'fast-check';
import { compile } from 'html-to-text';

import { deriveText } from './derive-text.ts';
import { engines } from './liquid-engines.ts';
import { plainTextOptions } from './plain-text-options.ts';

const htmlAsText = compile(plainTextOptions);
const words = (text: string): string =>
  text
    .split(/[\s\u200B]+/)
    .join(' ')
    .trim();

/** Templates and values that no letter has, and that text cannot follow: see the last tests. */
const unlikely = new Set(['assign and capture', 'values in attributes', 'values in odd places', 'a value as a link']);
const unlikelyValues = /^(?:mailto:|#|javascript:)/;
const likelyFields = fieldsOfMany.filter(({ url = '' }) => !unlikelyValues.test(url));

it.each(Object.entries(bodies).filter(([name]) => !unlikely.has(name)))(
  'says in text to everybody what the HTML says: %s',
  (_, html) => {
    const text = engines.text.parse(deriveText(html));
    const whole = engines.html.parse(html);

    const ours = likelyFields.map((fields) => words(String(engines.text.renderSync(text, { ...fields }))));
    const theirs = likelyFields.map((fields) =>
      words(htmlAsText(String(engines.html.renderSync(whole, { ...fields })))),
    );

    expect(ours).toEqual(theirs);
  },
);

it.each(Object.entries(derivedTexts))('derives the text that dispatch is tested with: %s', (name, text) => {
  expect(deriveText(bodies[name] ?? '')).toBe(text);
});

it.each([
  ['a condition around a paragraph', '<p>a</p>{% if x %}<p>b</p>{% endif %}<p>c</p>', 'a\n\nc', 'a\n\nb\n\nc'],
  ['a condition in a paragraph', '<p>a</p><p>{% if x %}b{% endif %}</p><p>c</p>', 'a\n\nc', 'a\n\nb\n\nc'],
  ['a condition in a line', '<p>a {% if x %}b {% endif %}c</p>', 'a c', 'a b c'],
  ['a loop over items', '<ul>{% for n in (1..2) %}<li>{{ x }}</li>{% endfor %}</ul>', ' * \n * \n', ' * b\n * b\n'],
])('leaves no empty lines behind: %s', (_, html, without, with_) => {
  const text = engines.text.parse(deriveText(html));

  expect(engines.text.renderSync(text, {})).toBe(without);
  expect(engines.text.renderSync(text, { x: 'b' })).toBe(with_);
});

it.each([
  ['before the body', '<head>{% assign a = "A" %}</head><body><p>{{ a }}</p></body>'],
  ['before the page', '{% assign a = "A" %}<!DOCTYPE html><html><body><p>{{ a }}</p></body></html>'],
  ['in a condition', '<head>{% if true %}{% assign a = "A" %}{% endif %}</head><body>{{ a }}</body>'],
])('keeps what a template assigns %s', (_, html) => {
  expect(String(engines.text.parseAndRenderSync(deriveText(html))).trim()).toBe('A');
});

it.each([
  ['a condition that ends in another element', '<style>{% if x %}</style><p>b</p>{% endif %}<p>c</p>'],
  ['a condition around half an element', '<p title="{% if x %}">b</p>{% else %}a">b</p>{% endif %}<p>c</p>'],
])('always derives a text that can be read: %s', (_, html) => {
  const rendered = String(engines.text.parseAndRenderSync(deriveText(html), { x: 'yes' }));

  expect(rendered).toContain('b');
  expect(rendered).toContain('c');
});

it('takes braces that the HTML writes as characters for characters', () => {
  const text = deriveText('<p>&#123;{ name }} {&#37; if %} &#123;{{ name }}</p>');

  expect(engines.text.parseAndRenderSync(text, { name: 'Ann' })).toBe('{{ name }} {% if %} {Ann');
});

it('writes a link once whose text is its address, and no address that is empty', () => {
  const text = deriveText('<a href="{{ url }}">{{ url }}</a> <a href="{{ other }}">other</a>');

  expect(engines.text.parseAndRenderSync(text, { url: 'https://x.example/' })).toBe('https://x.example/ other');
});

it('repeats what a table of Liquid repeats', () => {
  const text = deriveText('<table>{% tablerow n in (1..2) cols: 2 %}{{ n }},{% endtablerow %}</table>');

  expect(words(String(engines.text.parseAndRenderSync(text)))).toBe('1,2,');
});

it('derives a text that can be read from any template that can', () => {
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
    '<ul><li>',
    '</li></ul>',
    '<!-- ',
    ' -->',
    '<pre>',
    '</pre>',
    '<style>',
    '</style>',
    '<head>',
    '</head>',
    '<body>',
    '<td title="',
    '<',
    '>',
    '&amp;',
    '&#123;',
    '{',
    '"',
    ' ',
    '\n',
    '  ',
    'word',
    '한국어 ',
    '{{ name }}',
    '{{- url -}}',
    '{{ html | raw }}',
    '{% if name %}',
    '{%- else -%}',
    '{% endif %}',
    '{% assign name = "x" %}',
    '{% for n in (1..2) %}',
    '{% endfor %}',
    '{% capture c %}',
    '{% endcapture %}',
    '{% break %}',
    '{% raw %}',
    '{% endraw %}',
    '{% comment %}',
    '{% endcomment %}',
    '{% case name %}{% when "x" %}',
    '{% endcase %}',
  );
  const isReadable = (html: string): boolean => {
    try {
      engines.html.parse(html);
      return true;
    } catch {
      return false;
    }
  };

  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const html = pieces.join('');
      fc.pre(isReadable(html));

      expect(() => engines.text.parse(deriveText(html))).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});
