import { STARTERS } from '../starters/starter.ts';
import { starterIn } from '../starters/starters.ts';
import { keepsCode } from './keeps-code.ts';
import { readMjml, writeMjml } from './mjml-tree.ts';
import { joinMjml, splitMjml } from './split-mjml.ts';

const rewritten = (mjml: string): string => {
  const mail = splitMjml(mjml);
  const nodes = readMjml(mail?.body ?? '');
  return mail && nodes ? joinMjml(mail, writeMjml(nodes)) : '';
};

it.each([
  ['a row that is repeated', '<tr>{% for a in b %}<td>{{ a }}</td>{% endfor %}</tr>', '<tr><td>{{ a }}</td></tr>'],
  ['a comparison', '{% if a > 3 %}x{% endif %}', '{% if a &gt; 3 %}x{% endif %}'],
  ['a quote', `<a href='{{ a | default: "b" }}'>`, '<a href="{{ a | default: &quot;b&quot; }}">'],
  ['the order', '{% if a %}{{ b }}{% endif %}', '{% if a %}{% endif %}{{ b }}'],
  ['a comment for Outlook', '<!--[if mso]><br><![endif]-->', ''],
])('says that %s is lost', (_, before, after) => {
  expect(keepsCode(before, after)).toBe(false);
});

it('does not mind words, tags and lines', () => {
  expect(keepsCode('{% if a %}\n<b>Hi {{\n a }}</b>{% endif %}', '{% if a %}<i>Bye {{ a }}</i> {% endif %}')).toBe(
    true,
  );
});

it.each(STARTERS)('opens %s', (name) => {
  const { mjml } = starterIn(name, 'en', 'https://console.example.org');

  expect(keepsCode(mjml, rewritten(mjml))).toBe(true);
});
