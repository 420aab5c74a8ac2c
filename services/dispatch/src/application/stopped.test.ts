import type { Fates } from '../testing/actor.ts';
import { RUN, World } from '../testing/world.ts';

/** Nobody can read what is to be sent: it is gone, or broken. */
const withoutContent: Fates = ({ place }) => (place === 'content.read' ? { lost: 'before' } : {});

describe('a run that people stop', () => {
  it.each(['hold', 'cancel'] as const)('comes to its end although nobody can read what it sends: %s', async (wish) => {
    const world = new World({ chunks: [30, 30], fates: withoutContent });
    await world.finish(world.release());
    await world.finish(world.control(wish, 1));

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(world.store.reports.get(`${RUN.runId}/1`)).toMatchObject({ pending: 60, chunksWithPending: [0, 1] });
    expect(world.ses.arrivals).toEqual([]);
  });

  it('keeps the doubt that its senders left, for its settling wave', async () => {
    const fates: Fates = (call) =>
      call.actor === 'a2' && call.place === 'ses.send' && call.count === 5 ? { dies: true } : {};
    const world = new World({ chunks: [30], quota: { maxSendRate: 1 }, fates });
    await world.finish(world.release());
    void world.send();
    await world.finish(world.time.sleepUntil(world.time.now() + 90_000));
    await world.finish(world.control('cancel', 1));

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(world.store.reports.get(`${RUN.runId}/1`)).toMatchObject({ accepted: 0, unsettled: 10, pending: 20 });
  });
});
