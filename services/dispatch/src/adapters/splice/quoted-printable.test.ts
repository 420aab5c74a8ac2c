import fc from 'fast-check';

import { encodeFrom } from './quoted-printable.ts';
import { asSent, decodeQuotedPrintable } from './testing/decode-quoted-printable.ts';
import { anyText } from './testing/values.ts';

const column = fc.integer({ min: 0, max: 75 });

it('decodes to what it was, wherever in a line it begins', () => {
  fc.assert(
    fc.property(column, anyText, (from, text) => {
      expect(decodeQuotedPrintable(encodeFrom(from, text).text)).toBe(asSent(text));
    }),
  );
});

it('keeps lines within 76 characters of printable ASCII', () => {
  fc.assert(
    fc.property(column, anyText, (from, text) => {
      const lines = `${'x'.repeat(from)}${encodeFrom(from, text).text}`.split('\r\n');

      expect(lines.filter((line) => !/^[ -~]{0,76}$/.test(line))).toEqual([]);
    }),
  );
});

it('tells at which column it ends', () => {
  fc.assert(
    fc.property(column, anyText, (from, text) => {
      const { text: encoded, column: to } = encodeFrom(from, text);

      expect(to).toBe(`${'x'.repeat(from)}${encoded}`.split('\r\n').at(-1)?.length);
    }),
  );
});

it('lets no line begin with a dot or end in white space', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(`\r\n${encodeFrom(0, text).text}\r\n`).not.toMatch(/\n\.|[ \t]\r/);
    }),
  );
});
