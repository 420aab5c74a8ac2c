import fc from 'fast-check';

import { KeyCounter } from './key-counter.ts';

describe('KeyCounter', () => {
  it('counts like a map of strings', () => {
    const offset = fc.oneof(
      fc.nat(20).map(String),
      fc.constantFrom('07', '-1', '1e3', '', 'x', '2000000', '1.5', '__proto__'),
    );
    const key = fc.tuple(fc.constantFrom('0', '1', 'a'), offset);
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const counter = new KeyCounter();
        const model = new Map<string, number>();

        for (const [chunk, position] of keys) {
          counter.add(chunk, position);
          model.set(`${chunk}/${position}`, (model.get(`${chunk}/${position}`) ?? 0) + 1);
        }

        expect(counter.distinct).toBe(model.size);
        expect(counter.twice).toBe([...model.values()].filter((count) => count > 1).length);
      }),
    );
  });

  it('stays exact past what a byte holds', () => {
    const counter = new KeyCounter();

    for (let n = 0; n < 600; n += 1) counter.add('0', '999');

    expect([counter.distinct, counter.twice]).toEqual([1, 1]);
  });
});
