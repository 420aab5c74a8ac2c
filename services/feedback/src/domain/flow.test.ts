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
    const arrivals = { acceptedAtMs: accepted(late, all), queuedAtMs: now, mostReceives: 1 };

    expect(sightingOf(arrivals, bounds, now)).toEqual({ nowMs: now, isHeldUp, isLastChance: false });
  });

  it.each([
    [M - 1, false],
    [M, true],
  ])('is held up if anything waited for so long as to drain: %d ms', (waitedMs, isHeldUp) => {
    const arrivals = { acceptedAtMs: [], queuedAtMs: now - waitedMs, mostReceives: 1 };

    expect(sightingOf(arrivals, bounds, now)).toMatchObject({ isHeldUp });
  });

  it.each([
    [4, false],
    [5, true],
    [6, true],
  ])('is held up, and has its last chance, if a message came for the %dth time', (mostReceives, isLastChance) => {
    const arrivals = { acceptedAtMs: [], queuedAtMs: now, mostReceives };

    expect(sightingOf(arrivals, bounds, now)).toMatchObject({ isHeldUp: isLastChance, isLastChance });
  });
});

describe('the flow of events', () => {
  it.each([
    [M, 5 * M],
    [M + 1, 6 * M + 1],
  ])('goes on for as long as batches come within the time to drain: after %d ms', (gapMs, resumedAtMs) => {
    const flow = { ...unknownFlow, beatAtMs: 5 * M, resumedAtMs: 5 * M };

    expect(flowAfter(flow, { nowMs: 5 * M + gapMs, isHeldUp: false, isLastChance: false }, bounds)).toMatchObject({
      resumedAtMs,
    });
  });

  it('never goes back, whatever the clocks of those who note it', () => {
    const sightings = fc.array(
      fc.record({ nowMs: fc.nat(30 * M), isHeldUp: fc.boolean(), isLastChance: fc.boolean() }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(sightings, (seen) => {
        let flow = unknownFlow;
        for (const sighting of seen) {
          const next = flowAfter(flow, sighting, bounds);

          expect(next.beatAtMs).toBeGreaterThanOrEqual(Math.max(flow.beatAtMs, sighting.nowMs));
          expect(next.resumedAtMs).toBeGreaterThanOrEqual(flow.resumedAtMs);
          expect(next.heldUpAtMs).toBeGreaterThanOrEqual(sighting.isHeldUp ? sighting.nowMs : flow.heldUpAtMs);
          expect(next.lastChanceAtMs).toBeGreaterThanOrEqual(
            sighting.isLastChance ? sighting.nowMs : flow.lastChanceAtMs,
          );
          flow = next;
        }
      }),
    );
  });
});
