import { shown } from './cell.ts';

it.each([
  ['a text', 'Ada', 'Ada'],
  ['a text with spaces around', '  Ada \n', 'Ada'],
  ['lines', 'one\r\ntwo', 'one\ntwo'],
  ['control characters', 'A\u0000d\u001ba\u0085', 'Ada'],
  ['letters in pieces', '\u1112\u1161\u11ab', '한'],
  ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ['a whole number', 821_012_345_678, '821012345678'],
  ['a sum that binary cannot hold', 0.1 + 0.2, '0.3'],
  ['a negative number', -12.5, '-12.5'],
  ['a number with all digits that count', 1234567.12345678, '1234567.12345678'],
  ['a tiny number', 1e-7, '1e-7'],
  ['a yes', true, 'TRUE'],
  ['a no', false, 'FALSE'],
  ['a date', new Date('2026-11-21T00:00:00Z'), '2026-11-21'],
  ['a date with a time', new Date('2026-11-21T14:29:59.999Z'), '2026-11-21 14:30'],
  ['a time without a date', new Date('1899-12-31T09:05:00Z'), '09:05'],
  ['a date that is none', new Date(Number.NaN), ''],
  ['what Excel could not work out', { error: '#N/A' }, ''],
  ['a cell beyond the row', undefined, ''],
])('shows %s as people see it', (_, cell, text) => {
  expect(shown(cell)).toBe(text);
});
