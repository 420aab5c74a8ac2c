import { Account } from '../testing/account.ts';
import type { Fates } from '../testing/actor.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Calls that are charged as one write unit. */
const WRITES = [
  'ledger.replace',
  'ledger.create',
  'governor.reserve',
  'governor.change',
  'wave.plan',
  'wave.markDone',
  'wave.markTold',
  'brownOut.note',
  'run.open',
];

/** Counts calls, and how long each invocation waits without one. */
const watching = () => {
  const calls = new Map<string, number>();
  const last = new Map<string, number>();
  let longestIdleMs = 0;
  let now: () => number = () => 0;
  const fates: Fates = ({ place, actor }) => {
    calls.set(place, (calls.get(place) ?? 0) + 1);
    longestIdleMs = Math.max(longestIdleMs, now() - (last.get(actor) ?? now()));
    last.set(actor, now());
    return {};
  };
  return {
    fates,
    begin: (clock: () => number) => {
      now = clock;
    },
    count: (...places: readonly string[]) => places.reduce((sum, place) => sum + (calls.get(place) ?? 0), 0),
    idleMs: () => longestIdleMs,
  };
};

describe.each([
  { rate: 1, chunks: 2, wave: 1, units: 240 },
  { rate: 14, chunks: 50, wave: 4, units: 60 },
  { rate: 14, chunks: 50, wave: 50, units: 60 },
])('$chunks chunks at $rate a second in waves of $wave', ({ rate, chunks, wave, units }) => {
  it(`cost at most ${units} write units per 1,000 mails, at the full rate, and nobody idles on paid time`, async () => {
    const watched = watching();
    const account = new Account({ rate, fates: watched.fates });
    watched.begin(() => account.world.time.now());
    await account.begin('run_1', { chunks, wave });
    const start = account.world.time.now();
    const lastWave = `run_1/${Math.ceil(chunks / wave)}`;

    expect(await account.work(24 * HOUR, () => account.world.store.told.has(lastWave))).toBe(true);
    expect(account.sentBy('run_1')).toHaveLength(chunks * 1_000);
    const writesPer1000 = watched.count(...WRITES) / chunks;

    expect(writesPer1000).toBeLessThanOrEqual(units);
    expect(watched.idleMs()).toBeLessThanOrEqual(10_500);
    expect(account.world.time.now() - start).toBeLessThan(((chunks * 1_000) / rate) * 1_000 * 1.05);
  });
});

describe('a rate that changes in the middle of a run', () => {
  it.each([
    { before: 14, after: 28 },
    { before: 28, after: 14 },
    { before: 100, after: 300 },
    { before: 300, after: 30 },
  ])('is followed within a minute, from $before to $after a second', async ({ before, after }) => {
    const account = new Account({ rate: before });
    await account.begin('run_1', { chunks: 300, wave: Math.round((Math.max(before, after) * 300) / 1_000) });
    await account.work(1.5 * MINUTE);
    account.settings.rate = after;
    const changed = account.world.time.now();

    await account.work(2.5 * MINUTE);

    const perSecond = account.countBetween('run_1', changed + MINUTE, changed + 2 * MINUTE) / 60;
    // What was given out before the change is still used: ten seconds' worth at most.
    expect(perSecond).toBeGreaterThan(after * 0.9);
    expect(perSecond).toBeLessThan(after * 1.1);
  });
});

describe('the quota of a day', () => {
  it('is waited for, again and again, and nobody is lost or mailed twice: 200 a day, as in the sandbox', async () => {
    const watched = watching();
    const account = new Account({ rate: 1, daily: 200, senders: 2, fates: watched.fates });
    await account.begin('run_1', { chunks: 1, wave: 1 });

    expect(await account.work(6 * 24 * HOUR, () => account.world.store.told.has('run_1/1'))).toBe(true);

    expect(account.world.store.reports.get('run_1/1')).toMatchObject({ accepted: 1_000, refused: 0, unsettled: 0 });
    expect(account.world.ses.takenTwice).toEqual([]);
    // A look every five minutes, and no write for it.
    expect(watched.count('ledger.replace')).toBeLessThan(400);
  });

  it('that is raised is used within minutes', async () => {
    const account = new Account({ rate: 14, daily: 1_000, senders: 2 });
    await account.begin('run_1', { chunks: 4, wave: 4 });
    await account.work(HOUR);
    const before = account.sentBy('run_1').length;
    account.settings.daily = 50_000;

    await account.work(10 * MINUTE, () => account.world.store.told.has('run_1/1'));

    expect([before, account.sentBy('run_1').length]).toEqual([1_000, 4_000]);
  });
});
