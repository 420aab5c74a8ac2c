import fc from 'fast-check';

import type { Capacity } from './capacity.ts';
import { freshControl } from './control.ts';
import type { Departures } from './departures.ts';
import { foldWave } from './fold-wave.ts';
import { noHealth } from './guardrail.ts';
import { freshPlan, type Plan, reopenPlan, type Wave } from './plan.ts';
import { MOST_WAVES, openWave, planNextWave, type Situation } from './plan-next-wave.ts';
import { expectedWaves } from './wave-size.ts';

const nine = new Date('2026-12-01T00:00:00Z');
const later = (hours: number): Date => new Date(nine.getTime() + hours * 3_600_000);
const seoulThenBerlin: Departures = [
  { firstChunk: 0, recipients: 3_100, notBefore: nine },
  { firstChunk: 4, recipients: 2_000, notBefore: later(8) },
];
const fresh = freshPlan({ recipients: 5_100, chunks: 6 });
const decide = (plan: Plan, given: Partial<Situation> = {}) =>
  planNextWave({ plan, control: freshControl, health: noHealth, departures: seoulThenBerlin, now: nine, ...given });
const allSent = (plan: Plan, wave: Wave, finishedAt = nine): Plan => {
  const counts = { refused: 0, suppressed: 0, left: 0, pending: 0, unsettled: 0 };
  const recipients = wave.chunks.length * 1_000;
  const { wave: number, final } = wave;
  const result = { ...counts, wave: number, final, recipients, accepted: recipients, finishedAt };
  return foldWave(openWave(plan, wave), { ...result, chunksWithPending: [], chunksWithDoubt: [] });
};

it('waits for the first clocks to show its time', () => {
  const now = new Date('2026-11-30T23:45:00Z');

  expect(decide(fresh, { now })).toEqual({ kind: 'wait_for_departure', until: nine });
});

it('takes nobody into a wave who would be early', () => {
  const grown = { ...fresh, wave: 1, next: 1, size: 16 };

  expect(decide(grown)).toMatchObject({ kind: 'send', wave: { chunks: [1, 2, 3] } });
  expect(decide(grown, { now: later(8) })).toMatchObject({ kind: 'send', wave: { chunks: [1, 2, 3, 4, 5] } });
});

it('waits for the next clocks when everybody before them has had his turn', () => {
  const east = { ...fresh, wave: 2, next: 4, size: 3 };

  expect(decide(east)).toEqual({ kind: 'wait_for_departure', until: later(8) });
  expect(decide(east, { now: later(8) })).toMatchObject({ kind: 'send', wave: { chunks: [4, 5] } });
});

it('sends to those whom a hold has stopped, and not to those who would be early', () => {
  const stopped = { ...fresh, wave: 2, next: 4, size: 3, again: [2] };

  expect(decide(stopped, { now: later(1) })).toMatchObject({ kind: 'send', wave: { chunks: [2] } });
});

it('goes on at once after a hold that outlasted a departure', () => {
  const east = { ...fresh, wave: 2, next: 4, size: 3 };
  const held = { ...freshControl, control: 'hold' } as const;

  expect(decide(east, { control: held, now: later(9) })).toEqual({ kind: 'hold', because: 'asked' });
  expect(decide(east, { now: later(9) })).toMatchObject({ kind: 'send', wave: { chunks: [4, 5] } });
});

it('ends at once when it is cancelled while it waits', () => {
  const east = { ...fresh, wave: 2, next: 4, size: 3 };

  expect(decide(east, { control: { ...freshControl, control: 'cancel' } })).toEqual({
    kind: 'finish',
    outcome: 'cancelled',
  });
});

it('settles doubt when everybody has had his turn, and not while it waits for others', () => {
  const doubtful = { ...fresh, wave: 2, next: 4, size: 3, doubt: [1], unsettled: 1 };

  expect(decide(doubtful)).toMatchObject({ kind: 'wait_for_departure' });
  expect(decide({ ...doubtful, next: 6 })).toMatchObject({ kind: 'send', wave: { final: true, chunks: [1] } });
});

it('waits in a later attempt, too', () => {
  const cancelled = { ...fresh, wave: 1, next: 1, size: 1 };

  expect(decide(reopenPlan(cancelled, []), { now: later(1) })).toMatchObject({ wave: { chunks: [1, 2] } });
  expect(decide({ ...reopenPlan(cancelled, ['left']), next: 4 }, { now: later(1) })).toEqual({
    kind: 'wait_for_departure',
    until: later(8),
  });
});

it('expects a wave to end where others begin who would be early', () => {
  const grown = { ...freshPlan({ recipients: 40_000, chunks: 40 }), wave: 1, next: 1, size: 64 };

  expect([expectedWaves(grown), expectedWaves(grown, undefined, [4, 10])]).toEqual([4, 5]);
});

const anyDepartures = fc.record({
  sizes: fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2_000 })), {
    minLength: 1,
    maxLength: 100,
  }),
  pauses: fc.array(fc.constantFrom(1, 15, 30, 60, 180), { minLength: 100, maxLength: 100 }),
  perSecond: fc.constantFrom(1, 14, 300, 5_000),
  startsAfter: fc.constantFrom(-900, 0, 7_200),
});

/** Each departure takes two waves of the size that a run without departures would have, and the second of them is nearly empty. */
const slowAndCutOften = {
  sizes: Array.from({ length: 100 }, () => 90),
  pauses: Array.from({ length: 100 }, () => 60),
  perSecond: 5_000,
  startsAfter: -900,
};

it('sends to everybody once, to nobody early, as soon as it may, and in few enough waves', () => {
  fc.assert(
    fc.property(anyDepartures, ({ sizes, pauses, perSecond, startsAfter }) => {
      let [firstChunk, moment] = [0, nine.getTime()];
      const departures = sizes.map((chunks, n) => {
        const one = { firstChunk, recipients: chunks * 1_000, notBefore: new Date(moment) };
        firstChunk += chunks;
        moment += (pauses[n] ?? 60) * 60_000;
        return one;
      });
      const chunks = firstChunk;
      let plan = freshPlan({ recipients: chunks * 1_000, chunks });
      let now = new Date(nine.getTime() + startsAfter * 1_000);
      let capacity: Capacity | undefined;
      const released: number[] = [];

      for (let step = 0; step < 10_000; step += 1) {
        const decision = planNextWave({ plan, control: freshControl, health: noHealth, capacity, departures, now });
        if (decision.kind === 'finish') break;
        if (decision.kind === 'wait' || decision.kind === 'wait_for_departure') {
          const next = departures.find((one) => one.firstChunk <= plan.next && one.notBefore > now);
          const isRight = decision.kind === 'wait' || decision.until.getTime() === next?.notBefore.getTime();
          if (decision.until <= now || !isRight) throw new Error('waits for nothing');
          now = decision.until;
          continue;
        }
        if (decision.kind !== 'send') throw new Error(`unexpected: ${decision.kind}`);
        const { wave } = decision;
        const last = Math.max(...wave.chunks);
        expect(departures.every((one) => one.firstChunk > last || one.notBefore <= now)).toBe(true);
        released.push(...wave.chunks);
        now = new Date(now.getTime() + (wave.chunks.length * 1_000_000) / perSecond);
        plan = allSent(plan, wave, now);
        capacity = { perSecond, activeRuns: 1, refreshedAt: now };
      }

      expect(released).toEqual(Array.from({ length: chunks }, (_, n) => n));
      expect(plan.wave).toBeLessThan(MOST_WAVES - 25);
    }),
    { numRuns: 40, examples: [[slowAndCutOften]] },
  );
});
