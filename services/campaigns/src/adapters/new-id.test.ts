import { newId } from './new-id.ts';

describe('newId', () => {
  it('is 32 hexadecimal digits after its prefix', () => {
    expect(newId('cmp')).toMatch(/^cmp_[0-9a-f]{32}$/);
  });

  it('sorts by time', () => {
    const instants = [0, 1, 1_795_255_200_000, 2 ** 47];
    const ids = instants.map((now) => newId('tpl', now));

    expect(ids.toSorted()).toEqual(ids);
  });

  it('does not repeat itself within a millisecond', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newId('tst', 1))).size).toBe(1_000);
  });
});
