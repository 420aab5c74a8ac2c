import { bitmapOf } from '../domain/bitmap.ts';
import type { Fates } from '../testing/actor.ts';
import { RUN, START, World } from '../testing/world.ts';

const CHUNKS = [1_000, 1_000, 1_000, 1_000, 1_000, 1_000];
const SLOWLY = { maxSendRate: 2 };
const SOON_MS = 15_000;
const report = (world: World) => world.store.reports.get(`${RUN.runId}/1`);

describe('what people want of a run', () => {
  it.each(['hold', 'cancel'] as const)('reaches chunks that wait for their turn at once: %s', async (wish) => {
    const world = new World({ chunks: CHUNKS, quota: SLOWLY });
    await world.finish(world.release());
    await world.work({ senders: 2, hours: 1, until: () => world.ses.arrivals.length > 20 });

    const stoppedAt = world.time.now();
    await world.finish(world.control(wish, 1));
    await world.drain({ senders: 2 });

    expect(report(world)?.chunksWithPending).toEqual([0, 1, 2, 3, 4, 5]);
    expect(world.time.now() - stoppedAt).toBeLessThan(60_000);
  });

  it('reaches the chunks of a wave that is released while it is said', async () => {
    const world = new World({ chunks: CHUNKS, quota: SLOWLY });
    const releasing = world.release();
    await world.finish(world.control('hold', 1));
    await world.finish(releasing);
    const stoppedAt = world.time.now();

    await world.drain({ senders: 2 });

    expect(report(world)?.chunksWithPending).toEqual([0, 1, 2, 3, 4, 5]);
    expect(world.time.now() - stoppedAt).toBeLessThan(SOON_MS);
  });

  it('reaches a chunk whose sender puts it off for a minute at that moment', async () => {
    const slowWrites: Fates = ({ place, count }) => (place === 'ledger.replace' && count > 2 ? { thereMs: 900 } : {});
    const ses = () => ({ kind: 'not_now', reason: 'no_credentials' }) as const;
    const world = new World({ chunks: [40], ses, fates: slowWrites });
    await world.finish(world.release());
    world.store.queue.length = 0;
    void world.send();
    await world.time.pass(() => world.store.queue.length > 0, START + 60_000);
    const stoppedAt = world.time.now();

    await world.finish(world.control('hold', 1));
    await world.drain({ senders: 1 });

    expect(report(world)).toMatchObject({ pending: 40, chunksWithPending: [0] });
    expect(world.time.now() - stoppedAt).toBeLessThan(SOON_MS);
  });

  it('calls nobody in for a word that is older than what is in force', async () => {
    const world = new World({ chunks: CHUNKS, quota: SLOWLY });
    await world.finish(world.release());
    await world.finish(world.control('send', 2));
    const messages = world.store.queue.length;

    await world.finish(world.control('hold', 1));

    expect(world.store.queue).toHaveLength(messages);
  });

  it('calls nobody in of a settling wave where nobody is left to be sent to: doubt waits for its time', async () => {
    const world = new World({ chunks: [1, 1] });
    await world.finish(world.release({ final: true }));
    for (const [key, ledger] of world.store.ledgers) {
      world.store.ledgers.set(key, { ...ledger, unknown: bitmapOf(1, key.endsWith('/0') ? [0] : []) });
    }
    world.store.queue.length = 0;

    await world.finish(world.control('hold', 1));

    expect(world.store.queue.map(({ task: { chunk } }) => chunk)).toEqual([1]);
  });

  it('is noted for a run of which nothing is released yet', async () => {
    const world = new World({ chunks: CHUNKS });

    await world.finish(world.control('hold', 1));

    expect(world.store.queue).toEqual([]);
    expect(world.store.controls.get(RUN.runId)).toMatchObject({ control: 'hold', revision: 1 });
  });
});
