import fc from 'fast-check';

import type { Recipient } from '../../../domain/mail.ts';

type Fields = Recipient['fields'];

export const anyText = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      ' ',
      '\n',
      '\r',
      '\t',
      '.',
      '=',
      '<',
      '>',
      '&',
      '"',
      "'",
      'a',
      'word',
      ' and ',
      '가',
      '🎉',
      '#',
      ';',
      '\u200B',
      '\u00A0',
    ),
    maxLength: 40,
  }),
  fc.lorem({ maxCount: 30 }),
  fc.constantFrom('', ' ', '#', 'mailto:', 'mailto:x', 'Ann', '10', 'https://x.example/?a=1&b=2'),
);

export const anyFields: fc.Arbitrary<Fields> = fc.record(
  {
    name: anyText,
    first_name: anyText,
    city: anyText,
    url: anyText,
    customer: anyText,
    html: anyText,
    vip: fc.constant('yes'),
  },
  { requiredKeys: [] },
);
