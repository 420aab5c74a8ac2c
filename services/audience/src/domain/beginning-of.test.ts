import { beginningOf } from './beginning-of.ts';

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc'],
  ['ab😀', 3, 'ab'],
  ['ab😀', 4, 'ab😀'],
  ['한글과 글', 2, '한글'],
])('of %s the first %i code units are %s', (text, most, beginning) => {
  expect(beginningOf(text, most)).toBe(beginning);
});
