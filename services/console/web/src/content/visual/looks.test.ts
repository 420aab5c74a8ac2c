import { compileMjml } from '../mail/compile-mjml.ts';
import { STARTERS } from '../starters/starter.ts';
import { starterIn } from '../starters/starters.ts';
import { looksIn } from './looks.ts';
import { splitMjml } from './split-mjml.ts';

it.each(STARTERS)('finds all that %s says of its attributes', (name) => {
  const { head = '' } = splitMjml(starterIn(name, 'ko', 'https://console.example.org').mjml) ?? {};
  const [attributes = ''] = /<mj-attributes>[^]*<\/mj-attributes>/.exec(head) ?? [];

  const looks = looksIn(head);

  expect(looks.replaceAll(/\s+/g, '')).toBe(attributes.replaceAll(/\s+/g, ''));
});

it('takes neither styles nor words, and no element out of a value', async () => {
  Reflect.set(globalThis, 'window', globalThis);
  const evil = '"><img src=x onerror=alert(1)>';

  const looks = looksIn(
    `<mj-head><mj-style></style>${evil}</mj-style><mj-attributes><mj-all css-class='x${evil}' /><mj-text>${evil}</mj-text></mj-attributes></mj-head>`,
  );
  const { html } = await compileMjml(
    `<mjml><mj-head>${looks}</mj-head><mj-body><mj-section></mj-section></mj-body></mjml>`,
  );

  expect(looks).not.toContain('</style>');
  expect(html).toContain('onerror');
  expect(html).not.toContain('<img');
});

it('says nothing where there is no head, or none that can be read', () => {
  expect(looksIn('')).toBe('');
  expect(looksIn('<mj-head><mj-attributes></mj-head>')).toBe('');
});
