import fc from 'fast-check';

import { untouchedChunk } from './chunk-state.ts';
import {
  aheadOfShareMs,
  forgettable,
  othersAtWork,
  runsSharing,
  type Shares,
  shareFor,
  sharesAfter,
} from './fair-share.ts';
import { paceFor } from './pace.ts';
import { usefulToSweep } from './sweep-chunks.ts';
import { pauseBefore, pauseForQuota, turnOf, turnsOf } from './turn.ts';

const NOW = 1_800_000_000_000;
const pace = paceFor(300_000);
const me = { runId: 'run_1', now: NOW };
const runIds = ['run_1', 'run_2', 'run_3'] as const;
const shares: fc.Arbitrary<Shares> = fc
  .array(fc.tuple(fc.constantFrom(...runIds), fc.integer({ min: NOW - 100_000, max: NOW + 100_000 })))
  .map((positions) => new Map(positions));
const state = fc.record({
  tat: fc.integer({ min: NOW - 20_000, max: NOW + 20_000 }),
  left24: fc.integer({ min: 0, max: 5 }),
  everyMs: fc.constantFrom(0.4, 10, 71),
  shares,
});

/** What a claim is not true of, `null` if there is nothing. */
const exceptionTo = <Given>(given: fc.Arbitrary<Given>, claim: (given: Given) => boolean): unknown =>
  fc.check(
    fc.property(given, (each) => claim(each)),
    { numRuns: 500 },
  ).counterexample;

describe('the turn of a chunk', () => {
  it('has come whenever nobody uses the rate: nobody waits for nothing', () => {
    const idle = state.map((given) => ({ ...given, tat: Math.min(given.tat, NOW), left24: 1 }));

    expect(exceptionTo(idle, (given) => turnOf(given, me, pace).kind === 'now')).toBeNull();
  });

  it('has come for a run that has less than its part, wherever a slot can be had', () => {
    const behind = state.map((given) => ({
      ...given,
      left24: 1,
      tat: Math.min(given.tat, NOW + pace.horizonMs),
      shares: new Map([...given.shares, ['run_1', NOW - 1], ['run_2', NOW + 1_000]]),
    }));

    expect(exceptionTo(behind, (given) => turnOf(given, me, pace).kind === 'now')).toBeNull();
  });

  it('never comes while the quota of the day is used up, nor where no slot can be had', () => {
    const full = state.map((given) => ({ ...given, tat: NOW + pace.horizonMs + 1 }));

    expect(exceptionTo(state, (given) => given.left24 > 0 || turnOf(given, me, pace).kind === 'wait')).toBeNull();
    expect(exceptionTo(full, (given) => turnOf(given, me, pace).kind === 'wait')).toBeNull();
  });

  it('waits at least until a slot can be had', () => {
    const seen = { tat: NOW + pace.horizonMs + 7_000, left24: 1, everyMs: 10, shares: new Map() };

    expect(turnOf(seen, me, pace)).toEqual({ kind: 'wait', for: 'rate', leastMs: 7_000 });
  });
});

describe('the pause before the next look', () => {
  it('ends with the turn if that is near, and is never longer than five minutes', () => {
    const near = fc.integer({ min: 1, max: 20_000 });
    const any = fc.integer({ min: -10_000_000, max: 10_000_000 });

    expect(exceptionTo(near, (ms) => pauseBefore(NOW + ms, NOW) === ms)).toBeNull();
    expect(exceptionTo(any, (ms) => pauseBefore(NOW + ms, NOW) <= 300_000)).toBeNull();
    expect(exceptionTo(any, (ms) => ms > 0 || pauseBefore(NOW + ms, NOW) >= 2_000)).toBeNull();
  });

  it('for the quota is spread over a minute', () => {
    const pauses = new Set(Array.from({ length: 60 }, (_, chunk) => pauseForQuota(chunk)));

    expect([pauses.size, Math.min(...pauses), Math.max(...pauses)]).toEqual([60, 300_000, 359_000]);
  });
});

describe('a wave in line', () => {
  const wave = fc.record({
    everyMs: fc.double({ min: 0.2, max: 2_000, noNaN: true }),
    sizes: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 100 }),
  });
  const lineOf = ({ everyMs, sizes }: { everyMs: number; sizes: readonly number[] }) =>
    turnsOf(
      sizes.map((recipients, chunk) => ({ chunk, recipients })),
      { everyMs, now: NOW },
    );

  it('begins at once, and each chunk comes in its order before it is needed', () => {
    const exception = exceptionTo(wave, (given) => {
      const line = lineOf(given);
      let before = 0;
      return line.every(({ chunk, recipients, turnAt }, n) => {
        const isInTime = turnAt - NOW <= Math.ceil(before * given.everyMs);
        before += recipients;
        return isInTime && chunk === n && turnAt >= (line[n - 1]?.turnAt ?? NOW);
      });
    });

    expect(exception).toBeNull();
    expect(lineOf({ everyMs: 70, sizes: [1_000, 1_000, 1_000, 1_000] }).map(({ turnAt }) => turnAt - NOW)).toEqual([
      0, 0, 56_000, 112_000,
    ]);
  });
});

describe('the parts of runs', () => {
  it('are equal: runs that reserve as much as each other stay at the present, whoever is first', () => {
    const given = fc.record({ everyMs: fc.integer({ min: 1, max: 1_000 }), runs: fc.integer({ min: 2, max: 3 }) });

    const exception = exceptionTo(given, ({ everyMs, runs }) => {
      let positions: Shares = new Map(runIds.slice(0, runs).map((runId) => [runId, NOW]));
      let now = NOW;
      for (let n = 0; n < 60; n += 1) {
        const share = shareFor({ everyMs, shares: positions }, { runId: runIds[n % runs] ?? '', count: 10, now });
        positions = sharesAfter(positions, share, now);
        now += 10 * everyMs;
      }
      return [...positions.values()].every((position) => Math.abs(position - now) <= 10 * everyMs * runs);
    });

    expect(exception).toBeNull();
  });

  it('bind nobody who is alone, nor where nobody else takes the slots', () => {
    const far = NOW + 60_000;
    const seen = {
      tat: NOW + 5_000,
      shares: new Map([
        ['run_1', far],
        ['run_2', NOW - 20_000],
      ]),
    };
    const beside = {
      ...seen,
      shares: new Map([
        ['run_1', far],
        ['run_2', NOW],
      ]),
    };

    expect([seen, { ...beside, tat: NOW }, beside].map((each) => aheadOfShareMs(each, me, pace))).toEqual([
      0, 0, 50_000,
    ]);
  });

  it('are forgotten after minutes without a reservation', () => {
    const positions = new Map([
      ['run_1', NOW],
      ['run_2', NOW - 50_000],
      ['run_3', NOW - 130_000],
    ]);

    expect(othersAtWork(positions, 'run_1', NOW)).toBe(0);
    expect(runsSharing(positions, 'run_1', NOW)).toBe(2);
    expect(forgettable(positions, NOW)).toEqual(['run_3']);
  });

  it('are forgotten a few at a time: one write names them all, and may not grow with their number', () => {
    const positions = new Map(Array.from({ length: 700 }, (_, n) => [`run_${n}`, NOW - 130_000]));

    expect(forgettable(positions, NOW)).toHaveLength(100);
  });
});

describe('a sweep', () => {
  const neglected = Array.from({ length: 100 }, (_, n) => ({
    chunk: 99 - n,
    ledger: { ...untouchedChunk(1_000, 'c'), rev: 1, writeId: 'w' },
  }));

  it('sends no more messages than can be worked on before the next, the first of the wave first', () => {
    const chunks = (everyMs: number) =>
      usefulToSweep(neglected, { everyMs, isQuotaUsedUp: false }).map(({ chunk }) => chunk);

    expect([chunks(1), chunks(10), chunks(1_000)].map(({ length }) => length)).toEqual([100, 30, 10]);
    expect(chunks(1_000)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('leaves chunks alone that wait for the quota of the day, not those that have nobody to send to', () => {
    const done = { chunk: 7, ledger: { ...untouchedChunk(0, 'c'), rev: 1, writeId: 'w' } };

    expect(usefulToSweep([...neglected, done], { everyMs: 1, isQuotaUsedUp: true })).toEqual([done]);
  });
});
