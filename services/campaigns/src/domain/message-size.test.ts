import fc from 'fast-check';

import { MOST_FILE_BYTES } from './media.ts';
import { MOST_MESSAGE_BYTES, messageBytes } from './message-size.ts';

it('estimates no mail too small', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.nat(3_000), (text, bytes) => {
      const inLines = (encoded: string): string => encoded.replaceAll(/.{76}(?!$)/g, '$&\r\n');
      const parts = [Buffer.from(text.toWellFormed()), Buffer.alloc(bytes)].map((part) =>
        inLines(part.toString('base64')),
      );

      expect(messageBytes([text], [bytes])).toBeGreaterThan(parts.join('\r\n').length);
    }),
  );
});

it('lets a file of the largest size go with a letter', () => {
  expect(messageBytes(['a letter'], [MOST_FILE_BYTES])).toBeLessThanOrEqual(MOST_MESSAGE_BYTES);
});
