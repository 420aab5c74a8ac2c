import { STARTERS } from '../starters/starter.ts';
import { starterIn } from '../starters/starters.ts';
import { joinMjml, splitMjml, stylesIn } from './split-mjml.ts';

it.each(STARTERS)('takes %s apart and puts it together again', (name) => {
  const { mjml } = starterIn(name, 'en', 'https://console.example.org');
  const parts = splitMjml(mjml);

  expect(parts?.start).toBe('<mjml lang="en">');
  expect(parts && joinMjml(parts, parts.body).replaceAll(/\s+/g, '')).toBe(mjml.replaceAll(/\s+/g, ''));
});

it('takes a mail without a head', () => {
  expect(splitMjml('<mjml><mj-body></mj-body></mjml>')).toEqual({
    start: '<mjml>',
    head: '',
    body: '<mj-body></mj-body>',
  });
});

it.each(['', '<p>Hello</p>', '<mjml><mj-body>', 'before <mjml><mj-body></mj-body></mjml>'])(
  'takes nothing else apart: %j',
  (mjml) => {
    expect(splitMjml(mjml)).toBeUndefined();
  },
);

it('finds the styles, without those for the night', () => {
  const css = stylesIn(
    '<mj-head><mj-style>a { color: red } @media (prefers-color-scheme: dark) { a { color: blue } }</mj-style></mj-head>',
  );

  expect(css).toContain('a { color: red }');
  expect(css).toContain('@media not all { a { color: blue } }');
});
