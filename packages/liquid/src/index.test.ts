import { engineFor } from './index.ts';

const VALUES = { name: 'Ada & <Bob>' };
const rendered = (part: 'subject' | 'html' | 'text', template: string): string =>
  String(engineFor(part).parseAndRenderSync(template, VALUES));

it('escapes values in HTML and nowhere else', () => {
  expect(rendered('html', '{{ name }}')).toBe('Ada &amp; &lt;Bob&gt;');
  expect(rendered('subject', '{{ name }}')).toBe('Ada & <Bob>');
  expect(rendered('text', '{{ name }}')).toBe('Ada & <Bob>');
});

it('puts out what HTML captures as it is, with its values escaped once', () => {
  const template = '{% capture greeting %}<b>{{ name }}</b>{% endcapture %}{{ greeting }} {{ greeting.size }}';

  expect(rendered('html', template)).toBe('<b>Ada &amp; &lt;Bob&gt;</b> 28');
});

it('takes what a filter makes of captured markup for a value like any other', () => {
  expect(rendered('html', '{% capture a %}<b>{% endcapture %}{{ a | upcase }}')).toBe('&lt;B&gt;');
});

it.each(['include', 'render', 'layout'])('has no tag that reads other files: %s', (tag) => {
  expect(() => rendered('html', `{% ${tag} "secret" %}`)).toThrow('not found');
});
