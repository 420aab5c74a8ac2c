import { beginsAs, INSIDE, LINKED } from './picture-type.ts';

/** Bytes that are written as characters of the same number. */
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ['PNG', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'],
  ['JPEG', '\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF'],
  ['JPEG of a camera', '\u00ff\u00d8\u00ff\u00e1\0\u0010Exif'],
  ['GIF', 'GIF89a\u0001\0'],
  ['old GIF', 'GIF87a\u0001\0'],
])('knows %s, wherever it is shown', (_, text) => {
  expect([LINKED, INSIDE].map((types) => beginsAs(bytes(text), types))).toEqual([true, true]);
});

it('takes WebP only where mails load it: they do not show it from inside', () => {
  const webp = bytes('RIFF\n\u0001\0\0WEBPVP8 ');

  expect([LINKED, INSIDE].map((types) => beginsAs(webp, types))).toEqual([true, false]);
});

it.each([
  ['what phones take (HEIC)', '\0\0\0\u0018ftypheic'],
  ['AVIF', '\0\0\0\u001cftypavif'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['a sound', 'RIFF\n\u0001\0\0WAVEfmt '],
  ['a beginning that comes later', ' GIF89a'],
  ['half a beginning', '\u0089PNG'],
  ['nothing', ''],
])('refuses %s', (_, text) => {
  expect([LINKED, INSIDE].map((types) => beginsAs(bytes(text), types))).toEqual([false, false]);
});
