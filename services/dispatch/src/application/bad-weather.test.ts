import fc from 'fast-check';

import { countsOf } from '../domain/chunk-state.ts';
import { isPartition } from '../domain/work-on-chunk.ts';
import type { Events } from '../testing/simulated-feedback.ts';
import { randomFrom, weatherFrom } from '../testing/weather.ts';
import { RUN, START, World } from '../testing/world.ts';

const MINUTE = 60_000;
const CHUNKS = [7, 130, 60];
const RECIPIENTS = 197;
const SETTLE_MS = MINUTE;

/** SES tells of most mails soon, of some only just in time; the pipeline stands still now and then; reports come twice, late or never. */
const eventsFrom = (random: () => number): Events => ({
  lagMs: () => (random() < 0.9 ? random() * 2_000 : SETTLE_MS * (0.5 + random() * 0.49)),
  stalls: [1, 2, 3].map(() => {
    const from = START + random() * 40 * MINUTE;
    return [from, from + random() * 20 * MINUTE] as const;
  }),
  reportsAfterMs: () => Array.from({ length: Math.floor(random() * 3) }, () => random() * 10 * MINUTE),
});

interface Course {
  readonly world: World;
  readonly isOver: boolean;
  /** The waves after the first; all of them settle doubt. */
  readonly waves: number;
}

/** A run through bad weather: one wave, then its chunks again in final waves until nobody is pending. People hold it now and then. */
const runThrough = async (seed: number): Promise<Course> => {
  const random = randomFrom(seed);
  const world = new World({
    chunks: CHUNKS,
    fates: weatherFrom(random, { lost: random() * 0.06, dies: random() * 0.02, stalls: random() * 0.01 }),
    quota: { maxSendRate: [2, 14, 100, 1_000][Math.floor(random() * 4)] ?? 14 },
    skewOf: () => Math.floor(random() * 600) - 300,
    events: eventsFrom(random),
    doubt: { policy: random() < 0.8 ? 'resend' : 'leave', settleMs: SETTLE_MS },
  });
  // Doubt is settled at once in some runs, and in others there is more of it first.
  const firstFinal = random() < 0.5 ? 1 : 2;

  for (let wave = 1; wave < 10; wave += 1) {
    if (!(await runWave(world, { wave, final: wave >= firstFinal, random })))
      return { world, isOver: false, waves: wave };
    const report = world.store.reports.get(`${RUN.runId}/${wave}`);
    if (wave >= firstFinal && report?.pending === 0) return { world, isOver: true, waves: wave };
  }
  return { world, isOver: false, waves: 10 };
};

interface Wave {
  readonly wave: number;
  readonly final: boolean;
  readonly random: () => number;
}

const runWave = async (world: World, { wave, final, random }: Wave): Promise<boolean> => {
  // Nothing is released while people hold the run.
  await world.time.pass(() => world.store.controls.get(RUN.runId)?.control !== 'hold', Number.POSITIVE_INFINITY);
  // A release that was cut short is delivered again.
  while (!(await world.isDoneWithin(world.release({ wave, final }), 10 * MINUTE))) continue;
  world.store.queue.push(...world.store.queue.filter(() => random() < 0.5));
  if (random() < 0.2) void holdForAWhile(world, { wave, random });

  for (let sweeps = 0; sweeps < 60; sweeps += 1) {
    if (await world.drain({ senders: 3, wave, hours: 0.25 })) return true;
    await world.isDoneWithin(world.sweep(), MINUTE);
  }
  return false;
};

const holdForAWhile = async (world: World, { wave, random }: Omit<Wave, 'final'>): Promise<void> => {
  await world.time.sleepUntil(world.time.now() + random() * 4 * MINUTE);
  world.store.controls.set(RUN.runId, { control: 'hold', revision: wave, attempt: 1 });
  await world.time.sleepUntil(world.time.now() + random() * 4 * MINUTE);
  world.store.controls.set(RUN.runId, { control: 'send', revision: wave, attempt: 1 });
};

it('mails nobody twice, forgets nobody and counts right, whatever is lost, late or dead', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
      const { world, isOver } = await runThrough(seed);
      const ledgers = [...world.store.chunksOf(RUN.runId)];
      const reports = [...world.store.reports.values()];

      expect(isOver).toBe(true);
      expect(world.ses.takenTwice).toEqual([]);
      expect(ledgers.every(([, ledger]) => isPartition(ledger))).toBe(true);
      expect(ledgers.map(([, ledger]) => countsOf(ledger).pending + countsOf(ledger).unknown)).toEqual([0, 0, 0]);
      expect(reports.reduce((sum, { accepted, left }) => sum + accepted + left, 0)).toBe(RECIPIENTS);
      for (const { recipients, accepted, refused, suppressed, left, pending, unsettled } of reports) {
        expect(accepted + refused + suppressed + left + pending + unsettled).toBe(recipients);
      }
    }),
    { numRuns: 150 },
  );
});

it('mails everybody who is not left, and leaves nobody where doubt is sent again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
      const { world } = await runThrough(seed);
      const counts = [...world.store.chunksOf(RUN.runId).values()].map(countsOf);
      const left = counts.reduce((sum, each) => sum + each.left, 0);

      expect(world.ses.accepted.size).toBeGreaterThanOrEqual(RECIPIENTS - left);
      expect(world.settings.doubt?.policy === 'leave' || left === 0).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('and that weather is bad indeed: there is doubt, some of it accepted and some not, and some senders are fenced', async () => {
  const worlds: World[] = [];
  for (let seed = 0; seed < 30; seed += 1) worlds.push((await runThrough(seed)).world);
  const share = (isSo: (world: World) => boolean) => worlds.filter(isSo).length / worlds.length;

  expect(share(({ meters }) => (meters.get('DoubtSeen') ?? 0) > 0)).toBeGreaterThan(0.5);
  expect(share(({ meters }) => (meters.get('DoubtResent') ?? 0) > 0)).toBeGreaterThan(0.5);
  expect(share(({ feedback }) => feedback.requests > 1)).toBeGreaterThan(0.5);
  expect(share(({ outcomes }) => outcomes.includes('fenced'))).toBeGreaterThan(0.1);
  expect(share(({ settings, store }) => settings.doubt?.policy === 'leave' && hasLeft(store))).toBeGreaterThan(0);
});

const hasLeft = (store: World['store']): boolean =>
  [...store.chunksOf(RUN.runId).values()].some((ledger) => countsOf(ledger).left > 0);
