import fc from 'fast-check';

import { type Capacity, chunksWithin, isWaitingForQuota, quotaPause } from './capacity.ts';
import { freshPlan } from './plan.ts';
import { MOST_WAVES, openWave } from './plan-next-wave.ts';
import { expectedWaves, nextSize } from './wave-size.ts';

const refreshedAt = new Date('2026-11-21T10:00:00Z');
const at = (minutes: number) => new Date(refreshedAt.getTime() + minutes * 60_000);
const some: Capacity = { perSecond: 300, activeRuns: 1, left24Hours: 1_000_000, refreshedAt };

describe('a wave', () => {
  it.each([
    ['takes five minutes of the rate', {}, 90],
    ['takes its part of them beside other runs', { activeRuns: 3 }, 30],
    ['is no larger than what is left of the day', { left24Hours: 20_500 }, 20],
    ['may be of any size where nothing limits a day', { perSecond: 2_500, left24Hours: undefined }, 750],
    ['is one chunk at least', { perSecond: 1, left24Hours: 200 }, 1],
  ])('%s', (_, changed, chunks) => {
    expect(chunksWithin({ ...some, ...changed })).toBe(chunks);
  });

  it('doubles until then', () => {
    const plan = freshPlan({ recipients: 1_000_000, chunks: 1_000 });

    expect([5, 10, 80, 90].map((size) => nextSize({ ...plan, wave: 1, size }, some))).toEqual([10, 20, 90, 90]);
  });

  it('is never so small that an execution could not hold all of them, whatever dispatch says', () => {
    const capacity = fc.record({
      perSecond: fc.double({ min: 0.1, max: 5_000, noNaN: true }),
      activeRuns: fc.integer({ min: 1, max: 50 }),
      left24Hours: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
    });
    const given = fc.record({
      chunks: fc.integer({ min: 0, max: 10_000 }),
      said: fc.array(capacity, { minLength: 1 }),
    });

    const { counterexample } = fc.check(
      fc.property(given, ({ chunks, said }) => {
        let plan = freshPlan({ recipients: chunks * 1_000, chunks });
        while (plan.next < chunks) {
          const size = nextSize(plan, { ...some, ...said[plan.wave % said.length] });
          const fresh = Array.from({ length: Math.min(size, chunks - plan.next) }, (_, n) => plan.next + n);
          const { open: _, ...rest } = openWave(plan, { wave: plan.wave + 1, final: false, chunks: fresh });
          plan = rest;
        }
        return plan.wave <= MOST_WAVES - 20;
      }),
      { numRuns: 200 },
    );

    expect(counterexample).toBeNull();
  });

  it('is counted on: how many there will be', () => {
    const plan = freshPlan({ recipients: 10_000_000, chunks: 10_000 });

    expect(
      [14, 300, 2_500].map((perSecond) => expectedWaves(plan, { ...some, perSecond, left24Hours: undefined })),
    ).toEqual([150, 115, 20]);
  });
});

describe('the quota of a day', () => {
  const usedUp = { ...some, left24Hours: 0 };

  it('that is used up is waited for, in slices, an hour at most: then dispatch waits for it', () => {
    expect([0, 55, 60].map((minutes) => quotaPause(usedUp, at(minutes)))).toEqual([at(10), at(60), undefined]);
  });

  it('of which something is left is not waited for, nor one that nobody has told of', () => {
    const pauses = [some, { ...some, left24Hours: undefined }, undefined].map((capacity) =>
      quotaPause(capacity, at(0)),
    );

    expect(pauses).toEqual([undefined, undefined, undefined]);
  });

  it('holds up a wave under way as long as dispatch has said so lately', () => {
    expect([1, 14, 15].map((minutes) => isWaitingForQuota(usedUp, at(minutes)))).toEqual([true, true, false]);
    expect(isWaitingForQuota(some, at(1))).toBe(false);
  });
});
