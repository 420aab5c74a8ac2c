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
