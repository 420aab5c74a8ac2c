import fc from 'fast-check';

import { evidenceAbove } from './sequential-evidence.ts';

const limits = fc.constantFrom(0.0008, 0.01, 0.04, 0.1);
const observations = fc
  .record({ hits: fc.nat(500), misses: fc.nat(50_000) })
  .map(({ hits, misses }) => ({ hits, sample: hits + misses }));

describe('evidence that a share is above its limit', () => {
  it('is none before anything was observed', () => {
    expect(evidenceAbove(0.04, { hits: 0, sample: 0 })).toBeCloseTo(0, 12);
  });

  it('grows with every hit, and shrinks with every mail that is none', () => {
    fc.assert(
      fc.property(limits, observations, (limit, { hits, sample }) => {
        const evidence = evidenceAbove(limit, { hits, sample });

        expect(evidenceAbove(limit, { hits: hits + 1, sample: sample + 1 })).toBeGreaterThan(evidence);
        expect(evidenceAbove(limit, { hits, sample: sample + 1 })).toBeLessThan(evidence);
      }),
    );
  });

  it('is expected to grow by nothing with a mail of a share at the limit: that is why one may look after each', () => {
    fc.assert(
      fc.property(limits, fc.record({ hits: fc.nat(50), misses: fc.nat(2_000) }), (limit, { hits, misses }) => {
        const sample = hits + misses;
        const after = (more: number) =>
          Math.exp(
            evidenceAbove(limit, { hits: hits + more, sample: sample + 1 }) - evidenceAbove(limit, { hits, sample }),
          );

        expect(limit * after(1) + (1 - limit) * after(0)).toBeCloseTo(1, 9);
      }),
    );
  });
});
