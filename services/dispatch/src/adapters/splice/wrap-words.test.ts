import fc from 'fast-check';

import { htmlAsText } from './plain-text.ts';
import { anyText } from './testing/values.ts';
import { wrapWords } from './wrap-words.ts';

it('fills lines as html-to-text does', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = text.replaceAll(/[<&]/g, '_');

      expect(wrapWords(plain, 78)).toBe(htmlAsText(`<p>${plain}</p>`));
    }),
    { numRuns: 300 },
  );
});
