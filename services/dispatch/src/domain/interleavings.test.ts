import fc from 'fast-check';

import { Interleaving, interleavings } from '../testing/interleaving.ts';
import { isEmpty, offsetsOf, without } from './bitmap.ts';
import { countsOf } from './chunk-state.ts';
import { isPartition } from './work-on-chunk.ts';

const played = interleavings.map((actions) => new Interleaving(actions));

describe('any interleaving of senders over compare-and-set', () => {
  it('sends no offset twice', () => {
    fc.assert(
      fc.property(played, ({ sent }) => {
        expect([...sent].filter(([, times]) => times > 1)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps every state a partition of the offsets', () => {
    fc.assert(
      fc.property(played, ({ states }) => {
        for (const state of states) {
          const { recipients, pending, claimed, accepted, refused, suppressed, unknown, left } = countsOf(state);
          expect(isPartition(state)).toBe(true);
          expect(pending + claimed + accepted + refused + suppressed + unknown + left).toBe(recipients);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes nothing back that is accepted, refused, suppressed or left, and lets quiet only grow', () => {
    fc.assert(
      fc.property(played, ({ states }) => {
        for (const [n, state] of states.entries()) {
          const before = states[n - 1] ?? state;
          for (const kind of ['accepted', 'refused', 'suppressed', 'left'] as const) {
            expect(isEmpty(without(before[kind], state[kind]))).toBe(true);
          }
          expect(state.quietAt).toBeGreaterThanOrEqual(before.quietAt);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('really sends, and really overtakes, in most of them', () => {
    const samples = fc.sample(played, { numRuns: 200, seed: 1 });

    expect(samples.filter(({ sent }) => sent.size > 2).length).toBeGreaterThan(150);
    expect(
      samples.filter(({ states }) => states.some((state) => offsetsOf(state.unknown).length > 0)).length,
    ).toBeGreaterThan(100);
  });
});
