import fc from 'fast-check';

import { guardrailReason, type Health, laterHealth, refusalReason, wilsonLowerBound } from './guardrail.ts';

const health = (sent: number, hardBounced: number, complained = 0): Health => ({
  sent,
  delivered: sent - hardBounced,
  hardBounced,
  complained,
});

describe('wilsonLowerBound', () => {
  it.each([
    [0, 0, 0],
    [0, 1_000, 0],
    [50, 1_000, 0.0381],
    [60, 1_000, 0.0469],
    [5, 5_000, 0.0004],
  ])('of %i in %i is %d', (hits, sample, expected) => {
    expect(wilsonLowerBound(hits, sample)).toBeCloseTo(expected, 4);
  });

  it('is never above the share itself, and never below zero', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 1_000_000 }), (hits, more) => {
        const sample = hits + more;
        const bound = wilsonLowerBound(hits, sample);

        expect(bound).toBeGreaterThanOrEqual(0);
        expect(bound).toBeLessThanOrEqual(hits / sample + Number.EPSILON);
      }),
    );
  });
});

describe('guardrailReason', () => {
  it('lets a healthy run go on', () => {
    expect(guardrailReason(health(10_000, 150, 3))).toBeUndefined();
  });

  it('waits for a sample that means something', () => {
    expect(guardrailReason(health(999, 999, 999))).toBeUndefined();
  });

  it('holds a run whose hard bounces are surely too many, and says the figures', () => {
    expect(guardrailReason(health(1_000, 60))).toBe('60 hard bounces in 1000 mails (6.00 %, limit 4.00 %)');
  });

  it('does not hold for a share that may be chance', () => {
    expect(guardrailReason(health(1_000, 45))).toBeUndefined();
  });

  it('holds a run with too many complaints', () => {
    expect(guardrailReason(health(10_000, 0, 20))).toBe('20 complaints in 10000 mails (0.20 %, limit 0.08 %)');
  });

  it('does not raise again what a person has seen and resumed after', () => {
    const seen = health(2_000, 200);

    expect(guardrailReason(seen, seen)).toBeUndefined();
    expect(guardrailReason(health(4_000, 230), seen)).toBeUndefined();
  });

  it('holds again when what came since is bad again', () => {
    expect(guardrailReason(health(4_000, 400), health(2_000, 200))).toMatch(/^200 hard bounces in 2000/);
  });
});

describe('refusalReason', () => {
  it.each([
    [19, 19],
    [20, 4],
    [10_000, 2_000],
    [0, 0],
  ])('lets a run of %i mails go on with %i refused', (mails, refused) => {
    expect(refusalReason({ accepted: mails - refused, refused })).toBeUndefined();
  });

  it.each([
    [20, 5],
    [20, 18],
    [10_000, 2_001],
  ])('holds a run of %i mails with %i refused, and says the figures', (mails, refused) => {
    expect(refusalReason({ accepted: mails - refused, refused })).toBe(
      `${refused} of ${mails} mails were refused before SES took them`,
    );
  });

  it('does not raise again what a person has seen and resumed after, but what came since', () => {
    const seen = { handedOver: 20, refused: 18 };

    expect(refusalReason({ accepted: 2, refused: 18 }, seen)).toBeUndefined();
    expect(refusalReason({ accepted: 82, refused: 19 }, seen)).toBeUndefined();
    expect(refusalReason({ accepted: 12, refused: 28 }, seen)).toMatch(/^10 of 20 mails/);
  });
});

describe('laterHealth', () => {
  it('does not care for order or repetition', () => {
    const sums = fc.record({ sent: fc.nat(), delivered: fc.nat(), hardBounced: fc.nat(), complained: fc.nat() });

    fc.assert(
      fc.property(sums, sums, (one, other) => {
        expect(laterHealth(one, other)).toEqual(laterHealth(other, one));
        expect(laterHealth(laterHealth(one, other), other)).toEqual(laterHealth(one, other));
      }),
    );
  });
});
