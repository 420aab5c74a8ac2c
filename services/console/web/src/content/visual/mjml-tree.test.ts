import { compileMjml } from '../mail/compile-mjml.ts';
import { STARTERS } from '../starters/starter.ts';
import { starterIn } from '../starters/starters.ts';
import { readMjml, writeMjml } from './mjml-tree.ts';

const written = (mjml: string): string | undefined => {
  const nodes = readMjml(mjml);
  return nodes && writeMjml(nodes);
};

it('writes what it has read, a line for each tag', () => {
  const mjml =
    '<mjml lang="ko"><mj-body><mj-section padding="0"><mj-column><mj-text>Hi <b>Ada</b><br></mj-text><mj-spacer height="4px"/></mj-column></mj-section></mj-body></mjml>';

  expect(written(mjml)).toBe(`<mjml lang="ko">
  <mj-body>
    <mj-section padding="0">
      <mj-column>
        <mj-text>Hi <b>Ada</b><br></mj-text>
        <mj-spacer height="4px" />
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`);
});

it('keeps Liquid, quotes and angle brackets where they are', () => {
  const mjml = `<mj-image src='a "b" > c' alt="{{ name }}" /><mj-text>{% if a < b %}1 &nbsp; 2{% endif %}</mj-text>`;

  expect(written(mjml)).toBe(
    `<mj-image src="a &quot;b&quot; > c" alt="{{ name }}" />\n<mj-text>{% if a < b %}1 &nbsp; 2{% endif %}</mj-text>\n`,
  );
});

it.each([
  ['Liquid between sections', '<mj-body>{% if a %}<mj-section></mj-section>{% endif %}</mj-body>'],
  ['a tag that is not closed', '<mj-body><mj-section></mj-body>'],
  ['a leaf that is not closed', '<mj-text>Hello'],
  ['a closing tag too many', '<mj-text>Hello</mj-text></mj-column>'],
  ['MJML in a leaf', '<mj-text><mj-button>Go</mj-button></mj-text>'],
  ['something else than MJML', '<p>Hello</p>'],
])('reads no %s: it would be lost', (_, mjml) => {
  expect(readMjml(mjml)).toBeUndefined();
});

it.each(STARTERS)('keeps what %s compiles to', async (name) => {
  Reflect.set(globalThis, 'window', globalThis);
  const { mjml } = starterIn(name, 'ko', 'https://console.example.org');
  const plain = (html: string) => html.replaceAll(/\s+/g, '').replaceAll(/id="[^"]*"/g, '');

  const again = await compileMjml(written(mjml) ?? '');

  expect(plain(again.html)).toBe(plain((await compileMjml(mjml)).html));
});
