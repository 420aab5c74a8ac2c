import { countsOf } from '../domain/chunk-state.ts';
import { RUN, START, World } from '../testing/world.ts';
import type { Rows } from './ports.ts';

const released = async (world: World): Promise<World> => {
  await world.finish(world.release());
  return world;
};
const counts = (world: World, chunk = 0) => {
  const ledger = world.store.ledgers.get(`${RUN.runId}/${chunk}`);
  return ledger && countsOf(ledger);
};
const reportOf = (world: World, wave = 1) => world.store.reports.get(`${RUN.runId}/${wave}`);
const nextMessage = (world: World) => world.store.queue.at(-1);

describe('a sender', () => {
  it('never creates a ledger: a message that outlived it is finished with an alarm', async () => {
    const world = new World({ chunks: [10] });

    expect(await world.finish(world.send())).toBe('finished');
    expect([world.notes, world.ses.arrivals]).toEqual([['ledger_missing'], []]);
  });

  it('does nothing for a run that is closed', async () => {
    const world = await released(new World({ chunks: [10] }));
    world.store.runs.set(RUN.runId, { ...RUN, isOpen: false });

    expect(await world.finish(world.send())).toBe('finished');
    expect(world.ses.arrivals).toEqual([]);
  });

  it('closes a chunk whose content is not what was released, and sends nothing of it', async () => {
    const world = await released(new World({ chunks: [10] }));
    const [[key, ledger] = []] = [...world.store.ledgers];
    if (key !== undefined && ledger) world.store.ledgers.set(key, { ...ledger, content: 'other' });

    expect(await world.finish(world.send())).toBe('chunk_changed');
    expect(world.ses.arrivals).toEqual([]);
  });

  it('leaves a chunk that somebody works on, with a message for when his lease is over', async () => {
    const world = await released(new World({ chunks: [100], quota: { maxSendRate: 5 } }));
    world.store.queue.length = 0;
    void world.send();
    await world.time.pass(() => world.ses.arrivals.length > 5, Number.POSITIVE_INFINITY);

    expect(await world.finish(world.send())).toBe('finished');
    expect(nextMessage(world)?.task.tick).toBe(0);
    expect(nextMessage(world)?.visibleAt).toBeGreaterThan(START + 60_000);
  });

  it('hands the chunk back before its deadline, one generation later, and never outlives it', async () => {
    const world = await released(new World({ chunks: [200], quota: { maxSendRate: 2 } }));

    expect(await world.finish(world.send())).toBe('finished');
    expect(nextMessage(world)?.task.tick).toBe(1);
    expect(world.store.ledgers.get(`${RUN.runId}/0`)).toMatchObject({ tick: 1, owner: '', leaseUntil: 0 });
    expect(Math.max(...world.ses.arrivals)).toBeLessThan(START + 60_000);
    expect(world.store.progress).toEqual(['0:0:handed_back']);
  });

  it('is idle, not billed, while the slots of others are far away', async () => {
    const world = await released(new World({ chunks: [50, 50], quota: { maxSendRate: 1 } }));
    void world.send({ chunk: 0 });
    await world.time.pass(() => world.ses.arrivals.length > 1, Number.POSITIVE_INFINITY);
    const before = world.time.now();
    if (world.store.governor) world.store.governor = { ...world.store.governor, tat: before + 60_000 };

    await world.finish(world.send({ chunk: 1 }));

    expect(world.time.now() - before).toBeLessThan(1_000);
    expect((nextMessage(world)?.visibleAt ?? 0) - before).toBeGreaterThan(45_000);
  });
});

describe('what people want', () => {
  it('bites within a batch: hold', async () => {
    const world = await released(new World({ chunks: [1_000] }));
    const sending = world.send();
    await world.time.pass(() => world.ses.arrivals.length >= 100, Number.POSITIVE_INFINITY);
    const before = world.ses.arrivals.length;

    await world.finish(world.control('hold', 1));
    await world.finish(sending);

    expect(world.ses.arrivals.length - before).toBeLessThanOrEqual(50);
    expect(reportOf(world)).toMatchObject({ left: 0, unsettled: 0, pending: 1_000 - world.ses.arrivals.length });
  });

  it('goes on where it stopped: resume, as the next wave', async () => {
    const world = await released(new World({ chunks: [120] }));
    await world.finish(world.control('hold', 1));
    await world.finish(world.send());
    await world.finish(world.control('send', 2));
    await world.finish(world.release({ wave: 2 }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect([reportOf(world, 2)?.accepted, world.ses.takenTwice]).toEqual([120, []]);
  });

  it('never goes on after a cancel', async () => {
    const world = await released(new World({ chunks: [120] }));
    await world.finish(world.control('cancel', 1));
    await world.finish(world.control('send', 2));

    await world.finish(world.send());

    expect([world.ses.arrivals.length, reportOf(world)?.pending]).toEqual([0, 120]);
  });
});

describe('who has left', () => {
  it('is not mailed, and counted', async () => {
    const world = await released(new World({ chunks: [60] }));
    world.store.suppressed.add('0-3').add('0-59');

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(reportOf(world)).toMatchObject({ accepted: 58, suppressed: 2 });
    expect(world.ses.accepted.has(`${RUN.runId}/0/3`)).toBe(false);
  });

  it('is not mailed either if he leaves while the batch waits for its slots', async () => {
    const world = await released(new World({ chunks: [10], timeoutMs: 300_000, quota: { maxSendRate: 1 } }));
    // Another run has all slots so far: this one is behind, and gets the next.
    const shares = new Map([['run_2', START + 9_000]]);
    if (world.store.governor) world.store.governor = { ...world.store.governor, shares, tat: START + 9_000 };
    const sending = world.send();
    await world.time.pass(() => world.time.now() > START + 3_000, Number.POSITIVE_INFINITY);
    world.store.suppressed.add('0-4');

    await world.finish(sending);

    expect(counts(world)).toMatchObject({ accepted: 9, suppressed: 1 });
  });

  it('is asked about by the list by which he is mailed, before the claim and in a long wait', async () => {
    const read = (_: number, rows: Rows) => ({
      kind: 'rows' as const,
      rows: rows.map((row, offset) => (row && offset % 2 === 1 ? { ...row, listId: 'lst_2' } : row)),
    });
    const world = await released(new World({ chunks: [10], timeoutMs: 300_000, quota: { maxSendRate: 1 }, read }));
    const shares = new Map([['run_2', START + 9_000]]);
    if (world.store.governor) world.store.governor = { ...world.store.governor, shares, tat: START + 9_000 };
    world.store.suppressed.add('lst_1 0-1').add('lst_2 0-2').add('lst_2 0-3').add('lst_1 0-4');
    const sending = world.send();
    await world.time.pass(() => world.time.now() > START + 3_000, Number.POSITIVE_INFINITY);
    world.store.suppressed.add('lst_1 0-5').add('lst_2 0-6').add('lst_2 0-7').add('lst_1 0-8');

    await world.finish(sending);

    expect(counts(world)).toMatchObject({ accepted: 6, suppressed: 4 });
    const mailed = [...world.ses.accepted.keys()].map((key) => Number(key.split('/').at(-1)));
    expect(new Set(mailed)).toEqual(new Set([0, 1, 2, 5, 6, 9]));
  });

  it('lets a chunk close in which nobody else is left', async () => {
    const world = await released(new World({ chunks: [3] }));
    for (const offset of [0, 1, 2]) world.store.suppressed.add(`0-${offset}`);

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(reportOf(world)).toMatchObject({ suppressed: 3, accepted: 0 });
  });
});

describe('what SES answers', () => {
  it('throttled: nobody is lost, everybody slows down once, and the run ends', async () => {
    let arrived = 0;
    const world = await released(
      new World({
        chunks: [200],
        ses: () => {
          arrived += 1;
          return arrived > 10 && arrived < 40 ? { kind: 'throttled' } : { kind: 'accepted' };
        },
      }),
    );
    const everyMs = world.store.governor?.everyMs ?? 0;

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(reportOf(world)).toMatchObject({ accepted: 200, refused: 0, unsettled: 0 });
    expect(world.store.governor?.everyMs).toBeCloseTo(everyMs * 1.1, 2);
  });

  it('refused: counted, and not tried again', async () => {
    const world = await released(
      new World({
        chunks: [20],
        ses: ({ offset }) => (offset === '5' ? { kind: 'refused', reason: 'r' } : { kind: 'accepted' }),
      }),
    );

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(reportOf(world)).toMatchObject({ accepted: 19, refused: 1 });
    expect(world.ses.arrivals.length).toBe(20);
  });

  it('daily quota: waits five minutes and more, and fails nobody', async () => {
    let isUsedUp = true;
    const world = await released(
      new World({ chunks: [80], ses: () => (isUsedUp ? { kind: 'quota_reached' } : { kind: 'accepted' }) }),
    );
    await world.finish(world.send());
    const waitMs = (nextMessage(world)?.visibleAt ?? 0) - world.time.now();
    isUsedUp = false;

    expect([waitMs > 4.9 * 60_000, waitMs <= 6 * 60_000, counts(world)?.pending]).toEqual([true, true, 80]);
    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(reportOf(world)).toMatchObject({ accepted: 80, refused: 0 });
  });

  it('daily quota, as the governor counts it: the same, without asking SES', async () => {
    const world = await released(new World({ chunks: [80], quota: { max24HourSend: 30 } }));

    await world.finish(world.send());

    expect([world.ses.arrivals.length, counts(world)?.pending, counts(world)?.refused]).toEqual([30, 50, 0]);
  });

  it.each(['sending_paused', 'access_denied', 'sender_not_verified', 'configuration_missing'] as const)(
    '%s: claims are released, the run is told, and the chunk waits a minute',
    async (reason) => {
      const world = await released(
        new World({ chunks: [80], ses: () => ({ kind: 'suspended', reason, message: 'm' }) }),
      );

      await world.finish(world.send());

      expect(counts(world)).toMatchObject({ pending: 80, refused: 0, unknown: 0 });
      expect(world.store.suspensions).toEqual([reason]);
      expect((nextMessage(world)?.visibleAt ?? 0) - world.time.now()).toBeGreaterThan(55_000);
      expect(world.ses.arrivals.length).toBeLessThan(10);
    },
  );

  it('nothing, again and again: backs off after each batch, and holds the run after the third', async () => {
    const world = await released(
      new World({ chunks: [1_000], ses: () => ({ kind: 'unknown', reason: 'five_hundred' }) }),
    );

    for (const tick of [0, 1, 2]) await world.finish(world.send({ tick }));

    expect(world.store.suspensions).toEqual(['provider_failing']);
    // A tenth of fifty, of half, of a quarter of it, and one more each: nothing is tried after that.
    expect(counts(world)?.unknown).toBeLessThanOrEqual(6 + 1 + 3 + 1 + 2 + 1);
  });
});

describe('a wave', () => {
  it('tells what it changed, not what its chunks had behind them', async () => {
    const world = await released(new World({ chunks: [100, 100] }));
    await world.finish(world.send({ chunk: 0 }));
    await world.finish(world.control('hold', 1));
    await world.finish(world.send({ chunk: 1 }));
    await world.finish(world.control('send', 2));
    await world.finish(world.release({ wave: 2, chunks: [0, 1] }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect([reportOf(world, 1), reportOf(world, 2)]).toMatchObject([
      { recipients: 200, accepted: 100, pending: 100, chunksWithPending: [1] },
      { recipients: 100, accepted: 100, pending: 0, chunksWithPending: [] },
    ]);
  });

  it('may be released twice, before and after its end', async () => {
    const world = await released(new World({ chunks: [40] }));
    await released(world);
    expect(await world.drain({ senders: 2 })).toBe(true);
    const report = reportOf(world);

    await released(world);

    expect([reportOf(world), world.ses.takenTwice]).toEqual([report, []]);
  });

  it('of a closed run is ignored', async () => {
    const world = new World({ chunks: [40] });
    world.store.runs.set(RUN.runId, { ...RUN, isOpen: false });

    expect(await world.finish(world.release())).toBe('run_closed');
    expect([world.store.queue, world.store.ledgers.size]).toEqual([[], 0]);
  });

  it('that names unknown chunks opens nothing', async () => {
    const world = new World({ chunks: [40] });

    expect(await world.finish(world.release({ chunks: [0, 7] }))).toBe('chunk_unknown');
    expect(world.store.queue).toEqual([]);
  });

  it('makes a governor where there is none', async () => {
    const world = await released(new World({ chunks: [40], quota: { maxSendRate: 50 } }));

    expect(world.store.governor).toMatchObject({ everyMs: 20, revision: 1 });
  });
});
