import { guessType } from './guess-type.ts';

it.each([
  [['yes', 'no', ''].filter(Boolean), { type: 'boolean' }],
  [['예', '아니오', '예'], { type: 'boolean' }],
  [['TRUE', '0'], { type: 'boolean' }],
  [['1', '0', '1'], { type: 'number' }],
  [['36', '1,234.50'], { type: 'number' }],
  [['1.234,5', '12'], { type: 'number', decimal: ',' }],
  [['12,5', '1,234'], { type: 'number', decimal: ',' }],
  [['2026-11-22', '2026. 1. 2.'], { type: 'date' }],
  [['20261122', '20260101'], { type: 'date' }],
  [['03/04/2026', '22/11/2026'], { type: 'date', dates: 'day_first' }],
  [['03/04/2026', '11/22/2026'], { type: 'date', dates: 'month_first' }],
  [['03/04/2026'], { type: 'date' }],
  [['03.04.2026', '22.11.2026'], { type: 'date' }],
  [['010-1234-5678'], { type: 'text' }],
  [['01012345678'], { type: 'text' }],
  [['+82101234567'], { type: 'text' }],
  [['1234567890123456'], { type: 'text' }],
  [['36', 'many'], { type: 'text' }],
  [['2026', '2027'], { type: 'number' }],
  [[], { type: 'text' }],
])('takes %j for %j', (texts, guess) => {
  expect(guessType(texts)).toEqual(guess);
});

const many = (text: string, count: number): readonly string[] => Array.from({ length: count }, () => text);

it.each([
  ['a word among numbers', [...many('7', 98), 'n/a', '?'], { type: 'number', odd: 2 }],
  ['one word more', [...many('7', 97), 'n/a', '?', '-'], { type: 'text' }],
  ['a word among few numbers', [...many('7', 48), 'n/a'], { type: 'text' }],
  ['a day that the calendar has not', [...many('2026-11-22', 99), '2026-02-30'], { type: 'date', odd: 1 }],
  [
    'days that may be months',
    [...many('22/11/2026', 60), ...many('03/04/2026', 39), 'soon'],
    { type: 'date', dates: 'day_first', odd: 1 },
  ],
  ['few such days', [...many('22/11/2026', 99), '03/04/2026'], { type: 'date', dates: 'day_first' }],
  ['a word among truths', [...many('yes', 50), ...many('no', 49), 'perhaps'], { type: 'boolean', odd: 1 }],
  ['a yes among zeros and ones', [...many('1', 50), ...many('0', 49), 'yes'], { type: 'boolean' }],
  ['a two among zeros and ones', [...many('1', 50), ...many('0', 49), '2'], { type: 'number' }],
  ['a code among numbers', [...many('7', 99), '007'], { type: 'text' }],
  ['a comma among points', [...many('7.5', 99), '7,5'], { type: 'number', odd: 1 }],
])('lets a few odd values be: %s', (_, texts, guess) => {
  expect(guessType(texts)).toEqual(guess);
});
