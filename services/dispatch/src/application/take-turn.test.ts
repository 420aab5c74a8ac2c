import type { ChunkTask } from '../domain/run.ts';
import { World } from '../testing/world.ts';

const HOUR = 3_600_000;

/** All slots that can be had are given to others. */
const giveSlotsAway = (world: World): void => {
  const { governor } = world.store;
  if (governor) world.store.governor = { ...governor, tat: world.time.now() + 5_000 };
};

/** How often a sender looks at a chunk whose turn does not come. */
const looksAt = async (task: Partial<ChunkTask>, ms: number): Promise<number> => {
  const world = new World({ chunks: [30] });
  await world.finish(world.release());
  const end = world.time.now() + ms;
  let next = task;
  let looks = 0;
  while (world.time.now() < end) {
    world.store.queue.length = 0;
    giveSlotsAway(world);
    await world.finish(world.send(next));
    looks += 1;
    const [message] = world.store.queue;
    if (message === undefined) throw new Error('The chunk is forgotten');
    next = message.task;
    await world.finish(world.time.sleepUntil(message.visibleAt));
  }
  return looks;
};

describe('a chunk whose turn does not come', () => {
  it('is looked at more and more seldom, also where the message knows of no turn', async () => {
    expect(await looksAt({}, HOUR)).toBeLessThan(200);
    expect(await looksAt({ turnAt: 0 }, HOUR)).toBeLessThan(62);
  });
});
