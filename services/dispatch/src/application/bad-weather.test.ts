import fc from 'fast-check';

import { countsOf } from '../domain/chunk-state.ts';
import { isPartition } from '../domain/work-on-chunk.ts';
import { randomFrom, weatherFrom } from '../testing/weather.ts';
import { RUN, World } from '../testing/world.ts';

const CHUNKS = [7, 130, 60];
const RECIPIENTS = 197;

/** A run through bad weather: one wave, its unfinished chunks again, and a final wave for the doubt. */
const runThrough = async (seed: number): Promise<{ readonly world: World; readonly isOver: boolean }> => {
  const random = randomFrom(seed);
  const world = new World({
    chunks: CHUNKS,
    fates: weatherFrom(random, { lost: random() * 0.06, dies: random() * 0.01, stalls: random() * 0.01 }),
    quota: { maxSendRate: [2, 14, 100, 1_000][Math.floor(random() * 4)] ?? 14 },
    skewOf: () => Math.floor(random() * 600) - 300,
  });
  for (const wave of [1, 2]) {
    // A release that was cut short is delivered again.
    while (!(await world.isDoneWithin(world.release({ wave, final: wave === 2 }), 600_000))) continue;
    world.store.queue.push(...world.store.queue.filter(() => random() < 0.5));
    let isTold = false;
    for (let sweeps = 0; sweeps < 40 && !isTold; sweeps += 1) {
      isTold = await world.drain({ senders: 3, wave, hours: 0.25 });
      if (!isTold) await world.isDoneWithin(world.sweep(), 60_000);
    }
    if (!isTold) return { world, isOver: false };
  }
  return { world, isOver: true };
};

it('sends nobody twice, forgets nobody and counts right, whatever is lost, late or dead', async () => {
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

it('and that weather is bad indeed: most runs have doubt, and some senders are fenced', async () => {
  const runs = [];
  for (let seed = 0; seed < 30; seed += 1) runs.push((await runThrough(seed)).world);

  const left = runs.filter(({ store }) =>
    [...store.chunksOf(RUN.runId).values()].some((each) => countsOf(each).left > 0),
  );
  expect(left.length).toBeGreaterThan(15);
  expect(runs.filter(({ outcomes }) => outcomes.includes('fenced')).length).toBeGreaterThan(3);
});
