import fc from 'fast-check';

import { manualClock } from '../testing.ts';
import { TokenBucket } from './token-bucket.ts';

const bucketOf = (perSecond: number, capacity: number) => {
  const clock = manualClock();
  const bucket = new TokenBucket(clock);
  bucket.resize(perSecond, capacity);
  return { bucket, clock };
};

const takenAtOnce = (bucket: TokenBucket): number => {
  let taken = 0;
  while (bucket.take(1)) taken += 1;
  return taken;
};

describe('TokenBucket', () => {
  it('begins full, and fills at its rate', () => {
    const { bucket, clock } = bucketOf(10, 5);

    expect(takenAtOnce(bucket)).toBe(5);
    clock.advance(200);
    expect(takenAtOnce(bucket)).toBe(2);
  });

  it('never lets through more than its capacity and what time has earned', () => {
    const steps = fc.array(fc.record({ waitMs: fc.nat(500), count: fc.integer({ min: 1, max: 8 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 8, max: 20 }), (moves, rate, capacity) => {
        const { bucket, clock } = bucketOf(rate, capacity);
        const start = clock.now();
        let taken = 0;
        for (const { waitMs, count } of moves) {
          clock.advance(waitMs);
          if (bucket.take(count)) taken += count;
          const earned = ((clock.now() - start) / 1000) * rate;
          expect(taken).toBeLessThanOrEqual(capacity + earned + 1e-6);
        }
      }),
    );
  });

  it('lets more than it holds through when it is full, and is then in debt', () => {
    const { bucket, clock } = bucketOf(10, 5);

    expect(bucket.take(15)).toBe(true);
    clock.advance(1000);
    expect(bucket.take(1)).toBe(false);
    clock.advance(200);
    expect(bucket.take(1)).toBe(true);
  });

  it('keeps no more than its new size when it shrinks', () => {
    const { bucket } = bucketOf(100, 100);

    bucket.resize(1, 2);

    expect(takenAtOnce(bucket)).toBe(2);
  });
});
