import fc from 'fast-check';

import { openSlots, type SlotSession } from '../application/reserve-slots.ts';
import { Actor } from '../testing/actor.ts';
import { InMemoryGovernors } from '../testing/in-memory-governors.ts';
import { Store } from '../testing/store.ts';
import { VirtualTime } from '../testing/virtual-time.ts';
import { randomFrom } from '../testing/weather.ts';
import { afterGrant, afterRefusal, type Governor, grants, type Reservation, slotsBefore } from './governor.ts';
import { newGovernor } from './governor-record.ts';
import { batchSizeAt, paceFor } from './pace.ts';

const pace = paceFor(300_000);
const START = 1_000_000;
const governor: Governor = { tat: START, revision: 1, everyMs: 10, left24: 1_000 };
const wish: Reservation = { kind: 'busy', count: 50, revision: 1, everyMs: 10, now: START };

describe('grants', () => {
  it.each([
    ['at the instant itself', { now: START }, true],
    ['a little unused capacity ago', { now: START + 200 }, true],
    ['after more than that', { now: START + 201 }, false],
    ['as far ahead as the horizon', { now: START - 10_000 }, true],
    ['further ahead', { now: START - 10_001 }, false],
    ['at another rate', { revision: 2 }, false],
    ['more than is left of the day', { count: 1_001 }, false],
  ])('a busy reservation %s: %#', (_, changed, granted) => {
    expect(grants(governor, { ...wish, ...changed }, pace)).toBe(granted);
  });

  it('an idle reservation only where a busy one is too late', () => {
    expect(grants(governor, { ...wish, kind: 'idle', now: START + 200 }, pace)).toBe(false);
    expect(grants(governor, { ...wish, kind: 'idle', now: START + 201 }, pace)).toBe(true);
  });
});

it('gives slots one after the other, never the same twice', () => {
  const first = afterGrant(governor, wish);
  const second = afterGrant(first, wish);

  expect([slotsBefore(first.tat, wish).at(0), slotsBefore(first.tat, wish).at(-1)]).toEqual([START, START + 490]);
  expect(slotsBefore(second.tat, wish).at(0)).toBe(START + 500);
});

describe('after a refusal', () => {
  it.each([
    [
      'takes over another rate',
      { revision: 2, everyMs: 20 },
      { kind: 'try', reservation: { ...wish, revision: 2, everyMs: 20 } },
    ],
    [
      'asks as idle when nobody has reserved for long',
      { tat: START - 5_000 },
      { kind: 'try', reservation: { ...wish, kind: 'idle' } },
    ],
    ['asks for what is left of the day', { left24: 20 }, { kind: 'try', reservation: { ...wish, count: 20 } }],
    ['leaves when the slots are too far away', { tat: START + 12_000 }, { kind: 'rate', delayMs: 2_000 }],
    ['leaves when nothing is left of the day', { left24: 0 }, { kind: 'quota' }],
  ])('%s', (_, changed, next) => {
    expect(afterRefusal({ ...governor, ...changed }, wish, pace)).toEqual(next);
  });
});

interface Conditions {
  readonly rate: number;
  readonly senders: number;
  readonly lost: number;
  readonly seed: number;
  readonly halvedAfterMs?: number;
}

/** Senders that take slots and leave at them for a while; answers when their mails reached SES, in true time. */
const arrivalsUnder = async ({ rate, senders, lost, seed, halvedAfterMs }: Conditions): Promise<readonly number[]> => {
  const random = randomFrom(seed);
  const time = new VirtualTime(START);
  const store = new Store();
  store.governor = newGovernor({ maxSendRate: rate, max24HourSend: -1, sentLast24Hours: 0 }, 0, START);
  const arrivals: number[] = [];
  const end = START + 40_000;

  const send = async (n: number): Promise<void> => {
    const actor = new Actor(`a${n}`, time, {
      fates: () => ({
        thereMs: random() * 10,
        backMs: random() * 10,
        ...(random() < lost && { lost: 'after' as const }),
      }),
      skewMs: Math.floor(random() * 600) - 300,
    });
    const governors = new InMemoryGovernors(store, actor, pace);
    let slots: SlotSession | undefined;
    while (time.now() < end) {
      slots ??= await openSlots({ governors, clock: actor.clock, pace }).catch(() => undefined);
      const size = batchSizeAt(slots?.everyMs() ?? 10, pace, 0);
      const reserved = await slots?.take(size, size * 10);
      if (reserved?.kind !== 'slots') {
        await time.sleepUntil(time.now() + 500);
        continue;
      }
      for (const slot of reserved.slots) {
        await actor.clock.sleepUntil(slot);
        if (actor.clock.now() <= slot + pace.lateMs) arrivals.push(time.now() + random() * 20);
      }
    }
  };
  for (let n = 0; n < senders; n += 1) void send(n);
  if (halvedAfterMs !== undefined) {
    void time.sleepUntil(START + halvedAfterMs).then(() => {
      const seen = store.governor;
      if (seen) store.governor = { ...seen, everyMs: seen.everyMs * 2, revision: seen.revision + 1 };
    });
  }
  await time.pass(() => time.now() >= end, end);
  return arrivals.toSorted((a, b) => a - b);
};

const worstSecond = (arrivals: readonly number[], from = 0): number => {
  let worst = 0;
  let first = 0;
  const later = arrivals.filter((at) => at >= from);
  for (const [n, at] of later.entries()) {
    while ((later[first] ?? at) <= at - 1_000) first += 1;
    worst = Math.max(worst, n - first + 1);
  }
  return worst;
};

/** P3: late starts, capacity carried over, the spread of latencies, and clocks that differ. */
const boundAt = (rate: number): number => rate * (1 + 0.25 + 0.2 + 0.02 + 2 * 0.3) + 1;

describe.each([1, 14, 100, 1_000, 2_500])('at %i a second', (rate) => {
  it('never sends more in any second than the bound, whoever sends, whatever is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(0, 0.1),
        fc.nat(10_000),
        async (senders, lost, seed) => {
          const arrivals = await arrivalsUnder({ rate, senders, lost, seed });

          expect(worstSecond(arrivals)).toBeLessThanOrEqual(boundAt(rate));
        },
      ),
      { numRuns: rate >= 1_000 ? 3 : 12 },
    );
  });

  it('uses nearly all of the rate once several senders want it', async () => {
    const arrivals = await arrivalsUnder({ rate, senders: 6, lost: 0, seed: 1 });

    expect(arrivals.filter((at) => at < START + 40_000).length).toBeGreaterThanOrEqual(rate * 40 * 0.95 - 2);
  });

  it.each([0, 0.1])(
    'follows a rate that is halved, as soon as the slots given before have run out; answers lost: %d',
    async (lost) => {
      const arrivals = await arrivalsUnder({ rate, senders: 6, lost, seed: 2, halvedAfterMs: 15_000 });

      expect(worstSecond(arrivals)).toBeLessThanOrEqual(boundAt(rate));
      expect(worstSecond(arrivals, START + 15_000 + 2 * pace.horizonMs + 1_000)).toBeLessThanOrEqual(boundAt(rate / 2));
    },
  );
});

it('loses slots with lost answers, never the bound', async () => {
  const arrivals = await arrivalsUnder({ rate: 100, senders: 6, lost: 0.1, seed: 3 });

  expect(arrivals.length).toBeGreaterThan(100 * 40 * 0.6);
});
