import fc from 'fast-check';

import { StringArena } from './string-arena.ts';

const arenaOf = (strings: readonly string[]): StringArena => {
  const arena = new StringArena(2 ** 30);
  for (const string of strings) arena.add(string);
  return arena;
};

it('gives every string back, in any order and as often as asked', () => {
  const strings = fc.array(
    fc.string({ unit: 'grapheme' }).map((some) => some.toWellFormed()),
    { minLength: 1, maxLength: 200 },
  );
  fc.assert(
    fc.property(strings, fc.array(fc.nat(), { maxLength: 400 }), (those, asked) => {
      const arena = arenaOf(those);

      const indexes = asked.map((some) => some % those.length);
      expect(indexes.map((index) => arena.get(index))).toEqual(indexes.map((index) => those[index]));
    }),
  );
});

it('holds strings beyond its blocks, and strings larger than a block', () => {
  const strings = Array.from({ length: 150_000 }, (_, n) => `${n} ${'가'.repeat(n % 20)}`);
  const large = 'x'.repeat(5_000_000);
  const arena = arenaOf([...strings, large, 'last']);

  expect(strings.filter((string, n) => arena.get(n) !== string)).toEqual([]);
  expect([arena.get(strings.length) === large, arena.get(strings.length + 1)]).toEqual([true, 'last']);
});

it.each([-1, 2, 0.5, Number.NaN])('has no string %d of two', (index) => {
  expect(() => arenaOf(['a', 'b']).get(index)).toThrow('not there');
});
