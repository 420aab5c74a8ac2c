import fc from 'fast-check';

import { joinPieces } from './cut-template.ts';
import { encodePart } from './spliced-part.ts';
import { asSent, decodeQuotedPrintable } from './testing/decode-quoted-printable.ts';
import { anyText } from './testing/values.ts';

/** Pieces as templates are cut: none ends in half a character or half a line break, nor begins with one. */
const fixedPiece = anyText.filter((text) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF\r]$/.test(text));
const anyPart = fc.integer({ min: 0, max: 4 }).chain((slots) =>
  fc.record({
    fixed: fc.array(fixedPiece, { minLength: slots + 1, maxLength: slots + 1 }),
    values: fc.array(anyText, { minLength: slots, maxLength: slots }),
    isBrokenOff: fc.boolean(),
  }),
);

it('decodes to the pieces with the values between them', () => {
  fc.assert(
    fc.property(anyPart, ({ fixed, values, isBrokenOff }) => {
      // Two values without anything between are one slot.
      fc.pre(fixed.slice(1, -1).every((piece) => piece !== ''));
      const encoded = encodePart(fixed)({ values, isBrokenOff });

      expect(decodeQuotedPrintable(encoded)).toBe(asSent(joinPieces(fixed, { values, isBrokenOff })));
    }),
  );
});

it('keeps lines within 76 characters, whatever the values', () => {
  fc.assert(
    fc.property(anyPart, ({ fixed, ...fillings }) => {
      const lines = encodePart(fixed)(fillings).split('\r\n');

      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(76);
    }),
  );
});

it('writes the fixed pieces the same way for every value', () => {
  const encode = encodePart(['Dear ', `,\n${'a long line of text '.repeat(20)}`]);
  const [short, long] = ['Ann', 'x'.repeat(500)].map((name) => encode({ values: [name], isBrokenOff: false }));

  expect(short?.slice(-400)).toBe(long?.slice(-400));
});
