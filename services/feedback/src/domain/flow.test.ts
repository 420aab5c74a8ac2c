import fc from 'fast-check';

import { flowAfter, sightingOf, unknownFlow } from './flow.ts';

const M = 60_000;
const bounds = { drainMs: M, figuresMs: M, hiddenMs: 190_000 };
const now = 10 * M;
const accepted = (late: number, all: number) => Array.from({ length: all }, (_, n) => (n < late ? now - M : now - 1));

describe('a batch of events', () => {
  it.each([
    { late: 0, all: 3, isHeldUp: false },
    { late: 1, all: 3, isHeldUp: true },
    { late: 1, all: 50, isHeldUp: false },
    { late: 2, all: 50, isHeldUp: true },
  ])('is held up if more than one in fifty are late: $late of $all', ({ late, all, isHeldUp }) => {
    const arrivals = { acceptedAtMs: accepted(late, all), queuedAtMs: now };

    expect(sightingOf(arrivals, bounds, now)).toEqual({ nowMs: now, isHeldUp });
  });

  it.each([
    [M - 1, false],
    [M, true],
  ])('is held up if anything waited for so long as to drain: %d ms', (waitedMs, isHeldUp) => {
    expect(sightingOf({ acceptedAtMs: [], queuedAtMs: now - waitedMs }, bounds, now)).toMatchObject({ isHeldUp });
  });
});

describe('the flow of events', () => {
  it.each([
    [M, 5 * M],
    [M + 1, 6 * M + 1],
  ])('goes on for as long as batches come within the time to drain: after %d ms', (gapMs, resumedAtMs) => {
    const flow = { beatAtMs: 5 * M, resumedAtMs: 5 * M, heldUpAtMs: 0 };

    expect(flowAfter(flow, { nowMs: 5 * M + gapMs, isHeldUp: false }, bounds)).toMatchObject({ resumedAtMs });
  });

  it('never goes back, whatever the clocks of those who note it', () => {
    const sightings = fc.array(fc.record({ nowMs: fc.nat(30 * M), isHeldUp: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(sightings, (seen) => {
        let flow = unknownFlow;
        for (const sighting of seen) {
          const next = flowAfter(flow, sighting, bounds);

          expect(next.beatAtMs).toBeGreaterThanOrEqual(Math.max(flow.beatAtMs, sighting.nowMs));
          expect(next.resumedAtMs).toBeGreaterThanOrEqual(flow.resumedAtMs);
          expect(next.heldUpAtMs).toBeGreaterThanOrEqual(sighting.isHeldUp ? sighting.nowMs : flow.heldUpAtMs);
          flow = next;
        }
      }),
    );
  });
});
