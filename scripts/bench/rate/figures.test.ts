import { figuresOf } from './figures.ts';

const everyMs = (ms: number, count: number, from = 0) => Array.from({ length: count }, (_, n) => from + n * ms);
const window = { rate: 10, fromMs: 1_000, forMs: 2_000 };

it('counts from the first mail on, and only what is inside the window', () => {
  const figures = figuresOf({ arrivals: everyMs(100, 60, 5_000), throttled: [] }, window);

  expect(figures).toEqual({ usedShare: 1, throttledShare: 0, busiestSecond: 1 });
});

it('counts what was throttled against the requests, not as used', () => {
  const figures = figuresOf({ arrivals: everyMs(200, 60), throttled: everyMs(200, 60, 100) }, window);

  expect(figures).toEqual({ usedShare: 0.5, throttledShare: 0.5, busiestSecond: 1 });
});

it('finds the busiest second wherever it begins', () => {
  const figures = figuresOf({ arrivals: [0, ...everyMs(50, 20, 1_400)], throttled: [] }, window);

  expect(figures.busiestSecond).toBe(2);
});

it('calls nothing used of which nothing came', () => {
  expect(figuresOf({ arrivals: [0], throttled: [] }, window)).toEqual({
    usedShare: 0,
    throttledShare: 0,
    busiestSecond: 0,
  });
});
