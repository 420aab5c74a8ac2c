import fc from 'fast-check';

import { delaysOf, figuresOfDelays, noDelays, together } from './delays.ts';

it('say within how many seconds events came, rounded up', () => {
  const nineteenOfTwenty = [...Array.from({ length: 19 }, (_, n) => 100 + n * 100), 40_000];

  expect(figuresOfDelays(delaysOf(nineteenOfTwenty))).toEqual({ events: 20, median: 1, p95: 2 });
  expect(figuresOfDelays(delaysOf([...nineteenOfTwenty, 41_000]))).toEqual({ events: 21, median: 2, p95: 45 });
});

it('say nothing of what has not come, and no number for what is later than an hour', () => {
  expect(figuresOfDelays(noDelays)).toBeUndefined();
  expect(figuresOfDelays(delaysOf([500, 500, 3_600_001]))).toEqual({ events: 3, median: 1 });
});

it('may be gathered by many and put together in any order', () => {
  const some = fc.array(fc.nat(5_000_000));
  fc.assert(
    fc.property(some, some, (mine, yours) => {
      const both = delaysOf([...mine, ...yours]);

      expect(together(delaysOf(mine), delaysOf(yours))).toEqual(both);
      expect(together(delaysOf(yours), delaysOf(mine))).toEqual(both);
    }),
  );
});
