import { engineFor } from '@bulkhead/liquid';

import { compileMjml } from '../../content/mail/compile-mjml.ts';
import { sayFinding } from './say-finding.ts';

const liquidSaysOf = (template: string): string => {
  try {
    engineFor('html').parseAndRenderSync(template, {});
    return '';
  } catch (error) {
    return error instanceof Error ? error.message.replace(/,? ?line:\d+, col:\d+$/, '') : '';
  }
};

it.each([
  '{% foo %}',
  '{% if a %}x',
  '{{ a',
  '{% if a ',
  '{% raw %}x',
  '{{ a | nope }}',
  '{{ | }}',
  '{% assign %}',
  '{% assign a b %}',
  '{% for %}{% endfor %}',
  '{% if a %}{% else %}{% else %}{% endif %}',
  '{% if a %}{% else %}{% elsif b %}{% endif %}',
  '{% cycle %}',
  '{{ a[ }}',
  '{% %}',
  '{% for i in (1..) %}{% endfor %}',
  '{% capture %}{% endcapture %}',
  '{% for i in (1..99999999) %}x{% endfor %}',
  '{{ a | default "x" }}',
  '{% if (a %}{% endif %}',
  '{% # a\nb %}',
])('says in both languages what Liquid does not like about %j', (template) => {
  const message = liquidSaysOf(template);

  expect(message).not.toBe('');
  expect(sayFinding(message, 'ko')).toMatch(/[가-힣]/);
  expect(sayFinding(message, 'en')).not.toBe(message);
});

it('names what Liquid names', () => {
  expect(sayFinding(liquidSaysOf('{{ a | nope }}'), 'ko')).toBe('“nope” 필터는 없습니다.');
  expect(sayFinding(liquidSaysOf('{% if a %}x'), 'en')).toContain('“{% if a %}” is not closed');
  expect(sayFinding(liquidSaysOf('{{ $& '), 'ko')).toContain('“{{ $& ”');
});

const inBody = (inner: string): string => `<mjml><mj-body>${inner}</mj-body></mjml>`;
const inSection = (attributes: string): string => inBody(`<mj-section ${attributes}><mj-column /></mj-section>`);

it.each([
  inBody('<mj-foo />'),
  inBody('<mj-text>a</mj-text>'),
  inSection('foo="1"'),
  inSection('foo="1" bar="2"'),
  inSection('padding="a"'),
  inSection('background-color="redd"'),
  inSection('direction="up"'),
  '<p>x',
  '',
])('says in both languages what MJML does not like about %j', async (mjml) => {
  Reflect.set(globalThis, 'window', globalThis);

  const { findings } = await compileMjml(mjml);

  const [{ message } = { message: '' }] = findings;
  expect(message).not.toBe('');
  expect(sayFinding(message, 'ko')).toMatch(/[가-힣]/);
  expect(sayFinding(message, 'en')).not.toBe(message);
});

it('leaves what it does not know as it is', () => {
  expect(sayFinding('something of tomorrow', 'ko')).toBe('something of tomorrow');
});
