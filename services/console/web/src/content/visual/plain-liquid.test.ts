import { keepsCode } from './keeps-code.ts';
import { readMjml, writeMjml } from './mjml-tree.ts';
import { plainLiquid, withPlainLiquid } from './plain-liquid.ts';

it('gives a comparison back that was taken for words', () => {
  expect(plainLiquid('<b>{% if points &gt; 10 and age &lt;= 20 %}</b>Tom &amp; Co')).toBe(
    '<b>{% if points > 10 and age <= 20 %}</b>Tom &amp; Co',
  );
});

it('gives spaces and quotes back that a canvas has written otherwise', () => {
  expect(plainLiquid('{{&nbsp;name\u00A0| default: &quot;you&quot; }}&nbsp;!')).toBe(
    '{{ name | default: "you" }}&nbsp;!',
  );
});

it('writes no comparison that would be read as a tag', () => {
  expect(plainLiquid('{% if a &lt;b %}')).toBe('{% if a < b %}');
});

it('leaves values of tags alone, where a quote would end them', () => {
  const link = '<a href="{{ url | default: &quot;x&quot; }}" title="a > b">Go</a>';

  expect(plainLiquid(link)).toBe(link);
});

it('does not unescape twice', () => {
  expect(plainLiquid('{{ "&amp;gt;" }}')).toBe('{{ "&gt;" }}');
});

it('lets a mail with comparisons be opened on the canvas', () => {
  const written = '<mj-column><mj-text><p>{% if points > 10 %}many{% endif %}</p></mj-text></mj-column>';
  const onCanvas = written.replace('points > 10', 'points &gt; 10');

  const nodes = readMjml(onCanvas) ?? [];

  expect(keepsCode(written, writeMjml(nodes))).toBe(false);
  expect(keepsCode(written, writeMjml(withPlainLiquid(nodes)))).toBe(true);
});
