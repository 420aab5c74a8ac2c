import { matching } from './address-pattern.ts';

describe('matching', () => {
  it.each([
    ['bounce@simulator.amazonses.com', 'Bounce+label-1@simulator.amazonses.com', true],
    ['*@example.com', 'ann@example.com', true],
    ['*@example.com', 'ann@examplexcom', false],
    ['ann@example.com', 'joann@example.com', false],
    ['slow-*@*.example', 'slow-7@mail.example', true],
    ['a+b@example.com', 'a+b@example.com', true],
    ['a+b@example.com', 'aab@example.com', false],
  ])('%s and %s: %s', (pattern, address, isMatch) => {
    expect(matching(pattern)(address)).toBe(isMatch);
  });
});
