import { isColour, lettersOn } from './colour.ts';

it('takes # and six digits for a colour, and nothing else', () => {
  expect(['#0b3d91', '#FFEE00', '0b3d91', '#fff', 'red'].map(isColour)).toEqual([true, true, false, false, false]);
});

it('puts letters on a colour that can be read', () => {
  expect(lettersOn('#0b3d91')).toBe('#ffffff');
  expect(lettersOn('#ffee00')).toBe('#000000');
});
