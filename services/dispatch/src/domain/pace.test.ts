import fc from 'fast-check';

import { batchesReserved, batchSizeAt, mostUnanswered, paceFor } from './pace.ts';

const pace = paceFor(300_000);
const rates = fc.integer({ min: 1, max: 5_000 });
const times = fc.record({ answerMs: fc.integer({ min: 0, max: 2_000 }), claimMs: fc.integer({ min: 0, max: 500 }) });
const unansweredAt = (rate: number, answerMs: number, claimMs = 20): number =>
  mostUnanswered({ answerMs, claimMs }, 1_000 / rate, batchSizeAt(1_000 / rate, pace, 0));

describe('a sender that claims its next batch', () => {
  it.each([
    [14, 30, 1],
    [14, 100, 3],
    [300, 30, 20],
    [300, 100, 45],
    [2_000, 30, 132],
    [2_000, 100, 150],
  ])('at %i a second, answered in %i ms, has at most %i unanswered', (rate, answerMs, most) => {
    expect(unansweredAt(rate, answerMs)).toBe(most);
  });

  it('has enough under way to use the rate, as long as four batches are enough', () => {
    fc.assert(
      fc.property(rates, times, (rate, { answerMs, claimMs }) => {
        const underWay = (Math.min(rate, 2_000) / 1_000) * answerMs;

        expect(unansweredAt(rate, answerMs, claimMs)).toBeGreaterThanOrEqual(Math.min(underWay, 150));
      }),
    );
  });

  it('never has more than four batches, whatever takes long', () => {
    fc.assert(
      fc.property(rates, times, (rate, { answerMs, claimMs }) => {
        const size = batchSizeAt(1_000 / rate, pace, 0);

        expect(unansweredAt(rate, answerMs, claimMs) + size).toBeLessThanOrEqual(4 * size);
      }),
    );
  });
});

it('reserves as many batches as are sent in 400 ms: one to four', () => {
  expect([14, 250, 300, 500, 1_000, 2_500].map((rate) => batchesReserved(1_000 / rate, 50))).toEqual([
    1, 2, 2, 4, 4, 4,
  ]);
});
