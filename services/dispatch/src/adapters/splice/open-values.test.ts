import fc from 'fast-check';

import { joinPieces } from './cut-template.ts';
import { openValues } from './open-values.ts';
import { anyText } from './testing/values.ts';

it.each([
  ['Ann', ['', ''], ['Ann']],
  ['', [''], []],
  ['  ', ['  '], []],
  ['<p>Hi <b>Ann</b></p>', ['<p>', '<b>', '</b></p>'], ['Hi ', 'Ann']],
  ['<a href="https://x.example/?a=1">x</a>', ['<a href="', '">', '</a>'], ['https://x.example/?a=1', 'x']],
  ['a &nbsp; b', ['a &nbsp; b'], []],
  ['O&#39;Neill', ['', ''], ['O&#39;Neill']],
])('takes the words out of %j', (html, markup, words) => {
  expect(openValues(html)).toEqual({ markup, words });
});

it('loses nothing', () => {
  fc.assert(
    fc.property(anyText, (html) => {
      const { markup, words } = openValues(html);

      expect(joinPieces(markup, { values: words, isBrokenOff: false })).toBe(html);
    }),
  );
});
