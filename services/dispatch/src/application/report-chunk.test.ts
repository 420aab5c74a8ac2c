import { RUN, World } from '../testing/world.ts';

const key = `${RUN.runId}/1`;

const finished = async (): Promise<World> => {
  const world = new World({ chunks: [40, 40] });
  await world.finish(world.release());
  await world.drain({ senders: 1 });
  return world;
};

describe('the end of a wave', () => {
  it('is told once more to whoever releases the wave again, in this attempt or in the next: it may have been lost', async () => {
    const world = await finished();
    const report = world.store.reports.get(key);
    world.store.reports.clear();

    await world.finish(world.release({ run: { ...RUN, attempt: 2 } }));

    expect(report).toMatchObject({ recipients: 80, accepted: 80 });
    expect(world.store.reports.get(key)).toEqual(report);
    expect([world.ses.takenTwice, world.store.openWaves.size]).toEqual([[], 0]);
  });

  it('is not told once more by messages that come late', async () => {
    const world = await finished();
    world.store.reports.clear();

    await world.finish(world.send());

    expect(world.store.reports.size).toBe(0);
  });
});
