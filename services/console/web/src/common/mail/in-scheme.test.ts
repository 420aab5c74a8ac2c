import { inScheme } from './in-scheme.ts';

const RULE = 'p { color: #fff }';
const mail = `<html><head><style>@media (prefers-color-scheme: dark) { ${RULE} }</style></head><body><p>Hello</p></body></html>`;

it('lets the rules for dark mail programs hold by night, and never by day', () => {
  expect(inScheme(mail, 'dark')).toContain(`@media all { ${RULE} }`);
  expect(inScheme(mail, 'light')).toContain(`@media not all { ${RULE} }`);
});

it('knows such rules however they are written, and all of them', () => {
  const both = `${mail}<style>@media screen and (prefers-color-scheme:dark){a{color:red}}</style>`;

  expect(inScheme(both, 'dark')).not.toContain('prefers-color-scheme');
});

it('turns a mail around that has no colours for the night, but not its pictures', () => {
  const dark = inScheme('<p>Hello</p>', 'dark');

  expect(dark).toMatch(/:root \{[^}]*invert/);
  expect(dark).toMatch(/img \{[^}]*invert/);
  expect(inScheme('<p>Hello</p>', 'light')).not.toContain('invert');
});

it('says the same when it is asked twice', () => {
  expect(inScheme(mail, 'dark')).toBe(inScheme(mail, 'dark'));
});
