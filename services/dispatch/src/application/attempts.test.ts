import { bitmapOf } from '../domain/bitmap.ts';
import { countsOf } from '../domain/chunk-state.ts';
import type { Fates } from '../testing/actor.ts';
import type { SesRule } from '../testing/simulated-ses.ts';
import { RUN, type Settings, World } from '../testing/world.ts';

const MINUTE = 60_000;
const second = { ...RUN, attempt: 2 };

const ledgerOf = (world: World) => {
  const ledger = world.store.ledgers.get(`${RUN.runId}/0`);
  if (ledger === undefined) throw new Error('No ledger');
  return ledger;
};
const counts = (world: World) => countsOf(ledgerOf(world));
const reportOf = (world: World, wave: number) => world.store.reports.get(`${RUN.runId}/${wave}`);
const pass = (world: World, ms: number) => world.finish(world.time.sleepUntil(world.time.now() + ms));
const close = (world: World, attempt: number) => {
  const stored = world.store.runs.get(RUN.runId);
  if (stored && stored.attempt <= attempt) world.store.runs.set(RUN.runId, { ...stored, attempt, isOpen: false });
};

/** The first sender dies after its tenth mail; SES took every other of the ten. */
const dying: Fates = ({ actor, place, count }) => {
  if (actor !== 'a2' || place !== 'ses.send') return {};
  if (count === 10) return { dies: true };
  return count % 2 === 0 ? {} : { lost: 'before', backMs: MINUTE };
};

/** A run whose doubt was left, in two waves. */
const withLeft = async (doubt: Settings['doubt'] = { policy: 'leave' }): Promise<World> => {
  const world = new World({ chunks: [30], fates: dying, quota: { maxSendRate: 1 }, doubt });
  await world.finish(world.release());
  await world.drain({ senders: 1 });
  await world.finish(world.release({ wave: 2, final: true }));
  await world.drain({ senders: 1, wave: 2 });
  close(world, 1);
  return world;
};

describe('a run that was cancelled', () => {
  const cancelled = async (): Promise<World> => {
    const world = new World({ chunks: [30], quota: { maxSendRate: 1 } });
    await world.finish(world.release());
    void world.send();
    await pass(world, 15_000);
    await world.finish(world.control('cancel', 1));
    await world.drain({ senders: 1 });
    close(world, 1);
    return world;
  };

  it('is completed by a later attempt: everybody gets one mail', async () => {
    const world = await cancelled();
    const before = counts(world);
    await world.finish(world.release({ run: second, wave: 2 }));

    expect(await world.drain({ senders: 2, wave: 2 })).toBe(true);
    expect(before.pending).toBeGreaterThan(0);
    expect(before.accepted).toBeGreaterThan(0);
    expect([counts(world).accepted, world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, 30, []]);
  });

  it('stays as it is for whatever comes late of the attempt that was cancelled', async () => {
    const world = await cancelled();
    const before = ledgerOf(world);

    expect(await world.finish(world.release())).toBe('run_closed');
    expect(await world.finish(world.release({ wave: 2 }))).toBe('run_closed');
    expect(await world.finish(world.send({ wave: 2 }))).toBe('finished');
    expect(ledgerOf(world)).toBe(before);
  });

  it('is not disturbed, once it goes on, by what comes late of the attempt that was cancelled', async () => {
    const world = await cancelled();
    await world.finish(world.release({ run: second, wave: 2 }));
    close(world, 1);
    await world.finish(world.control('cancel', 1));
    await world.finish(world.send({ wave: 1 }));

    expect(await world.finish(world.release({ wave: 1 }))).toBe('run_closed');
    expect(await world.drain({ senders: 2, wave: 2 })).toBe(true);
    expect([counts(world).accepted, world.ses.takenTwice]).toEqual([30, []]);
  });
});

describe('those who were left', () => {
  it('are mailed when a person wants them reconsidered', async () => {
    const world = await withLeft();
    await world.finish(world.release({ run: second, wave: 3, reconsider: ['left'] }));

    expect(await world.drain({ senders: 1, wave: 3 })).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ left: 5 });
    expect(reportOf(world, 3)).toMatchObject({
      recipients: 5,
      accepted: 5,
      left: 0,
      reconsidered: { left: 5, refused: 0, suppressed: 0 },
    });
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, []]);
  });

  it('are accepted instead if SES has told of them since', async () => {
    const world = await withLeft({ isSendingTold: false });
    const taken = [...world.ses.accepted.keys()].map((key) => Number(key.split('/')[2]));
    await world.finish(world.report(0, { asOf: world.time.now(), seen: bitmapOf(30, taken) }));
    await world.finish(world.release({ run: second, wave: 3, reconsider: ['left'] }));

    expect(await world.drain({ senders: 1, wave: 3 })).toBe(true);
    expect(reportOf(world, 3)).toMatchObject({
      recipients: 10,
      accepted: 10,
      reconsidered: { left: 10, refused: 0, suppressed: 0 },
    });
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, []]);
  });

  it('wait until the request that caused the doubt cannot be accepted any more', async () => {
    const world = await withLeft({ isSendingTold: false });
    const quietAt = world.time.now() + 10 * MINUTE;
    world.store.ledgers.set(`${RUN.runId}/0`, { ...ledgerOf(world), quietAt });
    const before = world.ses.arrivals.length;
    await world.finish(world.release({ run: second, wave: 3, reconsider: ['left'] }));

    expect(await world.drain({ senders: 1, wave: 3 })).toBe(true);
    const again = world.ses.arrivals.slice(before);
    expect(again).toHaveLength(10);
    expect(Math.min(...again)).toBeGreaterThan(quietAt);
  });

  it('stay left when nobody asks', async () => {
    const world = await withLeft();
    await world.finish(world.release({ run: second, wave: 3 }));

    expect(await world.drain({ senders: 1, wave: 3 })).toBe(true);
    expect(reportOf(world, 3)).toMatchObject({ recipients: 0, accepted: 0, left: 0 });
    expect(counts(world)).toMatchObject({ left: 5, accepted: 25 });
  });
});

describe('those who were refused', () => {
  /** Every third is refused, until somebody mends it. */
  const refusing = () => {
    const state = { isMended: false };
    const ses: SesRule = ({ offset }) =>
      !state.isMended && Number(offset) % 3 === 0
        ? { kind: 'refused', reason: 'MessageRejected' }
        : { kind: 'accepted' };
    return { state, ses };
  };
  const refused = async () => {
    const { state, ses } = refusing();
    const world = new World({ chunks: [30], ses });
    await world.finish(world.release());
    await world.drain({ senders: 1 });
    close(world, 1);
    return { world, state };
  };

  it('are mailed once the reason is mended and a person wants them reconsidered', async () => {
    const { world, state } = await refused();
    state.isMended = true;
    await world.finish(world.release({ run: second, wave: 2, reconsider: ['refused'] }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(reportOf(world, 1)).toMatchObject({ accepted: 20, refused: 10 });
    expect(reportOf(world, 2)).toMatchObject({
      recipients: 10,
      accepted: 10,
      refused: 0,
      reconsidered: { left: 0, refused: 10, suppressed: 0 },
    });
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, []]);
  });

  it('are tried once for each wave: a message that comes again does not move those who were refused again', async () => {
    const { world } = await refused();
    const again = { wave: 2, reconsider: ['refused'] } as const;
    await world.finish(world.release({ run: second, ...again }));
    await world.drain({ senders: 1, wave: 2 });
    const arrivals = world.ses.arrivals.length;
    await world.finish(world.send(again));
    await world.finish(world.send({ ...again, tick: 7 }));
    await world.finish(world.release({ run: second, ...again }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(arrivals).toBe(40);
    expect(world.ses.arrivals).toHaveLength(40);
    expect(counts(world)).toMatchObject({ refused: 10, accepted: 20, pending: 0 });
    expect(reportOf(world, 2)).toMatchObject({
      recipients: 10,
      refused: 10,
      reconsidered: { left: 0, refused: 10, suppressed: 0 },
    });
  });

  it('are not forgotten when the message of their chunk is lost: the sweeper knows whom to reconsider', async () => {
    const { world, state } = await refused();
    state.isMended = true;
    await world.finish(world.release({ run: second, wave: 2, reconsider: ['refused'] }));
    world.store.queue.length = 0;
    for (let sweeps = 0; sweeps < 2; sweeps += 1) {
      await pass(world, 5 * MINUTE);
      await world.finish(world.sweep());
    }

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: 10, accepted: 10, refused: 0 });
  });

  it('are unsent, not refused, when the run is held before their turn', async () => {
    const { world } = await refused();
    await world.finish(world.control('hold', 1));
    world.store.controls.set(RUN.runId, { control: 'hold', revision: 2, attempt: 2 });
    await world.finish(world.release({ run: second, wave: 2, reconsider: ['refused'] }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: 10, pending: 10, refused: 0, chunksWithPending: [0] });
  });
});
