import fc from 'fast-check';

import { type AttributeType, declarable, readValue } from './attribute.ts';
import type { Customs } from './value-problem.ts';

const read = (type: AttributeType, text: string, customs?: Customs): string => {
  const value = readValue(type, text, customs);
  return value.ok ? value.value : value.problem;
};

it.each([
  ['0', '0'],
  ['-0', '0'],
  ['1234.5', '1234.5'],
  ['+7', '7'],
  ['007', '7'],
  ['1,234.50', '1234.5'],
  ['1,234', '1234'],
  ['1,234,567', '1234567'],
  ['1.234,5', '1234.5'],
  ['1.234.567', '1234567'],
  ['12,5', '12.5'],
  ['1.234', '1.234'],
  ['1 234 567,25', '1234567.25'],
  ["1'234.5", '1234.5'],
  ['１２３', '123'],
  ['−5', '-5'],
  ['.5', '0.5'],
  ['1.2e3', '1200'],
])('reads the number %j as %s', (text, number) => {
  expect(read('number', text)).toBe(number);
});

it.each([
  ['1,234', '1.234'],
  ['1.234', '1234'],
  ['1.234,5', '1234.5'],
])('reads %j as %s where a comma stands before the decimals', (text, number) => {
  expect(read('number', text, { decimal: ',' })).toBe(number);
});

it.each([
  '',
  '-',
  '.',
  'e5',
  'twelve',
  '12 apples',
  '1,23,456',
  '1,234 567',
  '1.2.3',
  '0x10',
  'Infinity',
  'NaN',
  '1e999',
])('takes %j for no number', (text) => {
  expect(read('number', text)).toBe('number_malformed');
});

it('refuses a number with more digits than are kept, as an account has', () => {
  expect(read('number', '1234567890123456')).toBe('number_too_long');
  expect(read('number', '0.1234567890123456')).toBe('number_too_long');
  expect(read('number', '1e20')).toBe('number_too_long');
  expect(read('number', '123456789012345')).toBe('123456789012345');
});

it.each([
  ['2026-11-22', '2026-11-22'],
  ['2026. 11. 22.', '2026-11-22'],
  ['2026.1.2', '2026-01-02'],
  ['2026/11/22', '2026-11-22'],
  ['2026년 11월 22일', '2026-11-22'],
  ['20261122', '2026-11-22'],
  ['22.11.2026', '2026-11-22'],
  ['03.04.2026', '2026-04-03'],
  ['22/11/2026', '2026-11-22'],
  ['11/22/2026', '2026-11-22'],
  ['05/05/2026', '2026-05-05'],
  ['22 Nov 2026', '2026-11-22'],
  ['22-nov-2026', '2026-11-22'],
  ['November 22nd, 2026', '2026-11-22'],
  ['2024-02-29', '2024-02-29'],
  ['2026-11-22 14:05', '2026-11-22T14:05:00.000Z'],
  ['2026-11-22T14:05:06.7Z', '2026-11-22T14:05:06.700Z'],
  ['2026-11-22T14:05:06+09:00', '2026-11-22T05:05:06.000Z'],
  ['2026. 11. 22. 오후 2:05', '2026-11-22T14:05:00.000Z'],
  ['11/22/2026 12:30 AM', '2026-11-22T00:30:00.000Z'],
])('reads the date %j as %s', (text, date) => {
  expect(read('date', text)).toBe(date);
});

it.each([
  ['03/04/2026', 'date_ambiguous'],
  ['2026-02-30', 'date_impossible'],
  ['2025-02-29', 'date_impossible'],
  ['2026-13-01', 'date_impossible'],
  ['2026-11-22 25:00', 'date_impossible'],
  ['2026-11-22 13:00 PM', 'date_impossible'],
  ['22/11/26', 'date_malformed'],
  ['46348', 'date_malformed'],
  ['soon', 'date_malformed'],
  ['22 Foo 2026', 'date_malformed'],
  ['14:05', 'date_malformed'],
])('refuses the date %j: %s', (text, problem) => {
  expect(read('date', text)).toBe(problem);
});

it('follows what a person says of the order of day and month', () => {
  expect(read('date', '03/04/2026', { dates: 'day_first' })).toBe('2026-04-03');
  expect(read('date', '03/04/2026', { dates: 'month_first' })).toBe('2026-03-04');
  expect(read('date', '22/11/2026', { dates: 'month_first' })).toBe('date_impossible');
});

it('takes what is said of slashes for nothing that is said of points, with which the day comes first', () => {
  expect(read('date', '01.02.2026', { dates: 'month_first' })).toBe('2026-02-01');
  expect(read('date', '11.22.2026', { dates: 'month_first' })).toBe('date_impossible');
  expect(read('date', '03-04-2026', { dates: 'month_first' })).toBe('2026-03-04');
});

it.each([
  ['yes Y true TRUE 1 예 네 ○ ✔️ はい', 'true'],
  ['no n FALSE 0 아니오 아니요 × ✗ いいえ', 'false'],
  ['x o maybe 2 -', 'boolean_malformed'],
])('reads each of %j as %s', (words, truth) => {
  expect([...new Set(words.split(' ').map((word) => read('boolean', word)))]).toEqual([truth]);
});

it('looks at no more letters than a value may have', () => {
  const long = `${'1,'.repeat(40)}1`;

  expect([read('number', long), read('date', long)]).toEqual(['number_malformed', 'date_malformed']);
});

it('leaves a text as it is', () => {
  expect(read('text', ' 1,234 ')).toBe(' 1,234 ');
});

it('reads back what it has written, whatever the value was', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
  const spellings = fc.oneof(
    fc.tuple(
      fc.constant('number' as const),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n.toFixed(3)),
    ),
    fc.tuple(fc.constant('number' as const), fc.stringMatching(/^-?\d{1,3}([.,]\d{0,3}){0,3}$/)),
    fc.tuple(
      fc.constant('date' as const),
      days.map((day) => day.toISOString()),
    ),
    fc.tuple(fc.constant('date' as const), fc.stringMatching(/^\d{1,4}([-./]\d{1,4}){2}$/)),
  );

  fc.assert(
    fc.property(spellings, ([type, text]) => {
      const value = readValue(type, text);

      fc.pre(value.ok);
      expect(readValue(type, value.value)).toEqual(value);
    }),
  );
});

it('declares what is new, and nothing against what is declared', () => {
  const known = [
    { name: 'age', type: 'number' },
    { name: 'plan', type: 'text' },
  ] as const;

  expect(declarable(known, [known[0], { name: 'since', type: 'date' }])).toEqual({
    ok: true,
    value: [{ name: 'since', type: 'date' }],
  });
  expect(declarable(known, [{ name: 'age', type: 'text' }])).toEqual({
    ok: false,
    problem: { kind: 'attribute_type_differs', name: 'age', type: 'number', wanted: 'text' },
  });
});
