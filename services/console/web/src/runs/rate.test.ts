import { rateOf, secondsLeft, withSample } from './rate.ts';

it('is what the last seconds have shown', () => {
  const samples = [
    { at: 0, done: 0 },
    { at: 30_000, done: 3_000 },
    { at: 40_000, done: 3_500 },
  ].reduce(withSample, []);

  expect(samples).toHaveLength(2);
  expect(rateOf(samples)).toBe(50);
});

it('comes to nothing when nothing goes out any more', () => {
  const looks = Array.from({ length: 12 }, (_, n) => ({ at: 10_000 + n * 2_000, done: 500 }));

  expect(rateOf([{ at: 0, done: 0 }, ...looks].reduce(withSample, []))).toBe(0);
});

it('is unknown after a single look', () => {
  expect(rateOf([{ at: 0, done: 5 }])).toBeUndefined();
  expect(rateOf([])).toBeUndefined();
});

it('begins anew when a run does', () => {
  expect(withSample([{ at: 0, done: 100 }], { at: 2_000, done: 20 })).toEqual([{ at: 2_000, done: 20 }]);
});

it('says how long the rest takes, at the allowed rate while the run stands still', () => {
  expect(secondsLeft(1_000, { rate: 50, allowed: 14 })).toBe(20);
  expect(secondsLeft(1_400, { rate: 0, allowed: 14 })).toBe(100);
  expect(secondsLeft(1_400, { rate: undefined, allowed: undefined })).toBeUndefined();
});
