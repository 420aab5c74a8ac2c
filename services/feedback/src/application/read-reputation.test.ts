import { InMemoryOutcomes } from '../../tests/in-memory.ts';
import type { StartedRun } from '../domain/run.ts';
import { makeReadReputation } from './read-reputation.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const DAY = 86_400_000;

const run = (runId: string, daysAgo: number): StartedRun => ({
  runId,
  start: { runId, campaignId: 'cmp_1', campaignName: 'News', at: new Date(NOW - daysAgo * DAY), correlationId: 'c' },
});
const ended = (runId: string, daysAgo: number, accepted: number): StartedRun => {
  const sums = { recipients: accepted, accepted, refused: 0, suppressed: 0, left: 0, unsent: 0 };
  const end = { runId, campaignId: 'cmp_1', outcome: 'sent', ...sums, at: new Date(NOW - daysAgo * DAY) } as const;
  return { ...run(runId, daysAgo), end };
};

const setUp = (runs: readonly StartedRun[]) => {
  const outcomes = new InMemoryOutcomes();
  const time = { now: NOW };
  const readings: string[] = [];
  const read = makeReadReputation({
    runs: { page: async ({ limit }) => runs.slice(0, limit) },
    outcomes: {
      ofKind: async (runId, kind, from) => {
        if (kind === 'complained') readings.push(runId);
        return outcomes.ofKind(runId, kind, from);
      },
    },
    clock: { now: () => new Date(time.now) },
  });
  return { read, outcomes, time, readings };
};

describe('reading the reputation', () => {
  it('adds up the runs of the last 30 days, by what campaigns counted once they have ended', async () => {
    const { read, outcomes } = setUp([run('run_3', 1), ended('run_2', 29, 1_000), ended('run_1', 31, 5_000)]);
    await outcomes.add({ runId: 'run_3', kind: 'sent', block: 0, positions: [0, 1, 2, 3] });
    await outcomes.add({ runId: 'run_3', kind: 'delivered', block: 0, positions: [0, 1] });
    await outcomes.add({ runId: 'run_2', kind: 'bounced_permanent', block: 0, positions: [7] });
    await outcomes.add({ runId: 'run_2', kind: 'bounced_permanent_full', block: 1, positions: [7, 8] });
    await outcomes.add({ runId: 'run_2', kind: 'bounced_transient', block: 1, positions: [9] });
    await outcomes.add({ runId: 'run_2', kind: 'complained', block: 0, positions: [3] });
    await outcomes.add({ runId: 'run_1', kind: 'complained', block: 0, positions: [3, 4, 5] });

    const found = await read();

    expect(found).toMatchObject({ runs: 2, isWhole: true, sent: 1_004, delivered: 2 });
    expect(found).toMatchObject({ hardBounces: { count: 3, of: 1_004 }, complaints: { count: 1, of: 1_004 } });
    expect(found.from).toEqual(new Date(NOW - 30 * DAY));
  });

  it('leaves mails to the simulator out', async () => {
    const { read, outcomes } = setUp([ended('run_1', 1, 100)]);
    await outcomes.add({ runId: 'run_1', kind: 'simulated', block: 0, positions: [1, 2, 3] });

    expect(await read()).toMatchObject({ sent: 97 });
  });

  it('reads again after a minute, and runs that are long over after hours', async () => {
    const { read, time, readings } = setUp([run('run_2', 1), ended('run_1', 10, 100)]);

    await read();
    time.now += 59_000;
    await read();
    time.now += 2_000;
    await read();
    time.now += 6 * 3_600_000;
    await read();

    expect(readings.toSorted()).toEqual(['run_1', 'run_1', 'run_2', 'run_2', 'run_2']);
  });

  it('says so when there were more runs than it looks at', async () => {
    const { read } = setUp(Array.from({ length: 101 }, (_, n) => ended(`run_${n}`, 1, 10)));

    expect(await read()).toMatchObject({ runs: 100, isWhole: false, sent: 1_000 });
  });
});
