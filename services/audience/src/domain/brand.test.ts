import { lettersOn } from './brand.ts';

it.each([
  ['#ffffff', '#000000'],
  ['#FFD500', '#000000'],
  ['#777777', '#000000'],
  ['#000000', '#ffffff'],
  ['#0b3d91', '#ffffff'],
  ['#b00020', '#ffffff'],
])('on %s the letters are %s', (colour, letters) => {
  expect(lettersOn(colour)).toBe(letters);
});
