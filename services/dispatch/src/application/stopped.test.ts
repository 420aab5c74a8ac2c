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

  it('leaves those in peace whom it was to reconsider, when it is cancelled before their turn: they are not unsent', async () => {
    const fates: Fates = (call) =>
      call.actor === 'a2' && call.place === 'ses.send' && call.count === 5 ? { dies: true } : {};
    const world = new World({ chunks: [30], quota: { maxSendRate: 1 }, fates, doubt: { policy: 'leave' } });
    await world.finish(world.release());
    await world.drain({ senders: 1 });
    await world.finish(world.release({ wave: 2, final: true }));
    await world.drain({ senders: 1, wave: 2 });
    const before = world.store.ledgers.get(`${RUN.runId}/0`);
    const second = { ...RUN, attempt: 2 };
    await world.finish(world.release({ run: second, wave: 3, reconsider: ['left'] }));
    world.store.controls.set(RUN.runId, { control: 'cancel', revision: 1, attempt: 2 });

    expect(await world.drain({ senders: 1, wave: 3 })).toBe(true);
    expect(before?.left.some((byte) => byte > 0)).toBe(true);
    expect(world.store.ledgers.get(`${RUN.runId}/0`)?.left).toEqual(before?.left);
    expect(world.store.reports.get(`${RUN.runId}/3`)).toMatchObject({ recipients: 5, left: 5, pending: 0 });
  });
});
