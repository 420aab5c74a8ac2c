import fc from 'fast-check';

import { differenceOf, type Share, sharesOf } from './rates.ts';
import { tally } from './tally.ts';

const share = fc
  .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, part]): Share => ({ of, count: Math.floor(of * part) }));

const unknown = { difference: Number.NaN, low: Number.NaN, high: Number.NaN, isWithinChance: undefined };
const between = (one: Share, other: Share) => differenceOf(one, other) ?? unknown;

describe('the difference of two shares', () => {
  it.each([
    { what: '3 of 100 complain, and 1 of 100', shares: [3, 100, 1, 100], isWithinChance: true },
    { what: '3 % of 100,000 click, and 2.5 %', shares: [3_000, 100_000, 2_500, 100_000], isWithinChance: false },
    { what: '3 % of 2,000 click, and 2.5 %', shares: [60, 2_000, 50, 2_000], isWithinChance: true },
    { what: 'nobody does, and nobody', shares: [0, 1_000, 0, 5], isWithinChance: true },
    { what: 'everybody does, and nobody', shares: [1_000, 1_000, 0, 1_000], isWithinChance: false },
  ])(
    'when $what, is rightly told from chance',
    ({ shares: [count = 0, of = 0, other = 0, ofOther = 0], isWithinChance }) => {
      expect(differenceOf({ count, of }, { count: other, of: ofOther })).toMatchObject({ isWithinChance });
    },
  );

  it('is the other way round the other way round, lies in its interval, and is chance between equals', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [there, back] = [between(one, other), between(other, one)];

        expect(there.difference).toBeCloseTo(-back.difference, 10);
        expect([there.low, there.high]).toEqual([expect.closeTo(-back.high, 10), expect.closeTo(-back.low, 10)]);
        expect(there.low).toBeLessThanOrEqual(there.difference);
        expect(there.high).toBeGreaterThanOrEqual(there.difference);
        expect(there.isWithinChance).toBe(back.isWithinChance);
        expect(between(one, one).isWithinChance).toBe(true);
      }),
    );
  });

  it('is unknown where there are no mails', () => {
    expect(differenceOf({ count: 0, of: 0 }, { count: 1, of: 2 })).toBeUndefined();
  });
});

describe('the shares of a run', () => {
  it('are of what went out, and of what arrived', () => {
    const sums = { ...tally([]), sent: 100, delivered: 90, bounced: 10, clickedByPeople: 9 };

    const shares = sharesOf({}, sums);

    expect(shares.get('bounced')).toEqual({ count: 10, of: 100 });
    expect(shares.get('clickedByPeople')).toEqual({ count: 9, of: 90 });
  });

  it('are of what dispatch counted where SES publishes no Send events', () => {
    const end = { runId: 'r', campaignId: 'c', outcome: 'sent', at: new Date(0), recipients: 60 } as const;
    const counts = { accepted: 50, refused: 10, suppressed: 0, left: 0, unsent: 0 };

    const shares = sharesOf({ end: { ...end, ...counts } }, { ...tally([]), bounced: 5, complained: 1 });

    expect([shares.get('bounced'), shares.get('complained')]).toEqual([
      { count: 5, of: 50 },
      { count: 1, of: 50 },
    ]);
  });

  it('leave out whoever is at the mailbox simulator', () => {
    const shares = sharesOf({}, { ...tally([]), sent: 100, delivered: 45, bounced: 5, hardBounced: 5, simulated: 50 });

    expect(shares.get('hardBounced')).toEqual({ count: 5, of: 50 });
    expect(shares.get('delivered')).toEqual({ count: 45, of: 50 });
  });

  it('are never more than all', () => {
    expect(sharesOf({}, { ...tally([]), sent: 3, delivered: 4 }).get('delivered')).toEqual({ count: 4, of: 4 });
  });
});
