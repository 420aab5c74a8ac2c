import fc from 'fast-check';

import { type Judged, reputationOf } from './reputation.ts';

const run = (some: Partial<Judged>): Judged => ({ sent: 0, delivered: 0, hardBounced: 0, complained: 0, ...some });

describe('the reputation of an account', () => {
  it.each([
    { hardBounced: 2, complained: 0, bounces: 'good', complaints: 'good' },
    { hardBounced: 250, complained: 5, bounces: 'near', complaints: 'near' },
    { hardBounced: 500, complained: 10, bounces: 'review', complaints: 'review' },
    { hardBounced: 1_000, complained: 50, bounces: 'stop', complaints: 'stop' },
  ])('with $hardBounced hard bounces of 10,000 is $bounces, with $complained complaints $complaints', (given) => {
    const { hardBounces, complaints } = reputationOf([run({ sent: 4_000 }), run({ ...given, sent: 6_000 })]);

    expect([hardBounces.standing, complaints.standing]).toEqual([given.bounces, given.complaints]);
  });

  it('is unknown as long as hardly anything was sent', () => {
    const { hardBounces } = reputationOf([run({ sent: 20, hardBounced: 2 })]);

    expect(hardBounces).toEqual({ count: 2, of: 20, rate: 0.1, review: 0.05, stop: 0.1, standing: 'unknown' });
  });

  it('does not depend on how mails are spread over runs', () => {
    const counts = fc.record({
      sent: fc.nat(100_000),
      delivered: fc.nat(100_000),
      hardBounced: fc.nat(1_000),
      complained: fc.nat(100),
    });

    fc.assert(
      fc.property(fc.array(counts), (runs) => {
        const { sent, delivered, hardBounces, complaints } = reputationOf(runs);
        const all = { sent, delivered, hardBounced: hardBounces.count, complained: complaints.count };

        expect(reputationOf([all])).toEqual({ sent, delivered, hardBounces, complaints });
      }),
    );
  });
});
