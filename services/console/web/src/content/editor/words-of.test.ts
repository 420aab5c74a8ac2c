import { wordsOf } from './words-of.ts';

it('does not say of one picture what was said of another', () => {
  const words = { alt: 'A cup', of: 'cup.png' };

  expect(wordsOf(words, 'cup.png')).toBe('A cup');
  expect(wordsOf(words, 'boat.png')).toBe('');
});

it('keeps what is said while no picture is chosen', () => {
  expect(wordsOf({ alt: 'A cup', of: undefined }, 'cup.png')).toBe('A cup');
  expect(wordsOf({ alt: 'A cup', of: 'cup.png' }, undefined)).toBe('A cup');
});
