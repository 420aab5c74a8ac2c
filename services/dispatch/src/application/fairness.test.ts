import { Account } from '../testing/account.ts';
import { randomFrom, weatherFrom } from '../testing/weather.ts';

const MINUTE = 60_000;

describe.each([
  // A batch of ten takes ten seconds there: some of the rate is lost whenever one of two senders begins anew.
  { rate: 1, used: 0.8, chunks: 1 },
  { rate: 14, used: 0.95, chunks: 2 },
  // Waves of both may end at the same time: until the next are released, nobody sends.
  { rate: 100, used: 0.96, chunks: 15 },
])('two equal runs at $rate a second', ({ rate, used, chunks }) => {
  it('send as much as each other in any five minutes, and together what the rate allows', async () => {
    const account = new Account({ rate });
    await account.begin('run_1', { chunks: 300, wave: chunks });
    await account.begin('run_2', { chunks: 300, wave: chunks });
    const start = account.world.time.now();

    await account.work(10 * MINUTE);

    for (const from of [start, start + 2 * MINUTE, start + 5 * MINUTE]) {
      const counts = ['run_1', 'run_2'].map((runId) => account.countBetween(runId, from, from + 5 * MINUTE));
      const [fewer, more] = [Math.min(...counts), Math.max(...counts)];
      expect(more - fewer).toBeLessThan(0.2 * fewer);
      expect(more + fewer).toBeGreaterThan(rate * 300 * used);
    }
    expect(account.world.ses.takenTwice).toEqual([]);
  });
});

it.each([1, 2, 3])('share it as well when the governor does not always answer, or late (%i)', async (seed) => {
  const random = randomFrom(seed);
  const weather = weatherFrom(random, { lost: 0.05, dies: 0, stalls: 0 });
  const account = new Account({
    rate: 28,
    fates: (call) => (call.place === 'governor.reserve' || call.place === 'openWaves.list' ? weather(call) : {}),
  });
  await account.begin('run_1', { chunks: 30, wave: 4 });
  await account.begin('run_2', { chunks: 30, wave: 4 });
  const start = account.world.time.now();

  await account.work(10 * MINUTE);

  const counts = ['run_1', 'run_2'].map((runId) => account.countBetween(runId, start, start + 10 * MINUTE));
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(0.2 * Math.min(...counts));
  expect(account.world.ses.takenTwice).toEqual([]);
});

it('a run that comes later gets its half, though all chunks of the first were released before', async () => {
  const account = new Account({ rate: 14 });
  await account.begin('run_1', { chunks: 40, wave: 40 });
  await account.work(5 * MINUTE);
  await account.begin('run_2', { chunks: 40, wave: 2 });
  const came = account.world.time.now();

  await account.work(6 * MINUTE);

  const counts = ['run_1', 'run_2'].map((runId) => account.countBetween(runId, came + MINUTE, came + 6 * MINUTE));
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(0.2 * Math.min(...counts));
});

it('a small run has its first mail within five minutes, though a huge wave was released before it', async () => {
  const account = new Account({ rate: 100 });
  await account.begin('run_huge', { chunks: 1_000, wave: 1_000 });
  await account.work(2 * MINUTE);
  await account.begin('run_small', { chunks: 20, wave: 10 });
  const came = account.world.time.now();

  await account.work(5 * MINUTE, () => account.hasBegun('run_small'));

  expect(Math.min(...account.sentBy('run_small')) - came).toBeLessThan(5 * MINUTE);
});

it('a run that gets no sender has one within two minutes: whoever is at work gives way', async () => {
  const account = new Account({ rate: 1, senders: 1 });
  await account.begin('run_1', { chunks: 2, wave: 1 });
  await account.begin('run_2', { chunks: 1, wave: 1 });
  const came = account.world.time.now();

  await account.work(10 * MINUTE, () => account.hasBegun('run_2'));

  expect(Math.min(...account.sentBy('run_2')) - came).toBeLessThan(2 * MINUTE);
});

it('whoever is left alone gets all of the rate again', async () => {
  const account = new Account({ rate: 14 });
  await account.begin('run_1', { chunks: 20, wave: 4 });
  await account.begin('run_2', { chunks: 1, wave: 1 });

  await account.work(20 * MINUTE, () => account.world.store.told.has('run_2/1'));
  const alone = account.world.time.now() + MINUTE;
  await account.work(6 * MINUTE);

  expect(account.countBetween('run_1', alone, alone + 5 * MINUTE)).toBeGreaterThan(14 * 300 * 0.95);
});
