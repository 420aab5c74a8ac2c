import { countsOf } from '../domain/chunk-state.ts';
import type { Fates } from '../testing/actor.ts';
import { RUN, World } from '../testing/world.ts';

/** Something happens to one call of one actor; everything else goes well. The release is actor `a1`, senders follow. */
const only =
  (actor: string, place: string, fate: ReturnType<Fates>, count = 1): Fates =>
  (call) =>
    call.actor === actor && call.place === place && call.count === count ? fate : {};

const released = async (world: World): Promise<World> => {
  await world.finish(world.release());
  return world;
};
const ledgerOf = (world: World, chunk = 0) => {
  const ledger = world.store.ledgers.get(`${RUN.runId}/${chunk}`);
  if (ledger === undefined) throw new Error('No ledger');
  return ledger;
};
const reportOf = (world: World, wave = 1) => world.store.reports.get(`${RUN.runId}/${wave}`);

describe('flaw 1: a sender that reads, sleeps and acquires later', () => {
  it('is fenced by whoever wrote meanwhile, and sends nothing', async () => {
    const world = await released(
      new World({ chunks: [120], fates: only('a2', 'snapshot.manifest', { thereMs: 20_000 }) }),
    );
    const sleeper = world.send();

    expect(await world.finish(world.send())).toBe('finished');
    expect(await world.finish(sleeper)).toBe('fenced');
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([120, []]);
  });
});

describe('flaw 2: a write whose first copy arrives late', () => {
  it('changes nothing: the repeated write has moved the revision', async () => {
    const world = await released(
      new World({ chunks: [60], fates: only('a2', 'ledger.replace', { lost: { lateMs: 30_000 } }) }),
    );

    expect(await world.finish(world.send())).toBe('finished');
    const closed = ledgerOf(world);
    await world.time.pass(() => false, world.time.now() + 60_000);

    expect(ledgerOf(world)).toBe(closed);
    expect(countsOf(closed)).toMatchObject({ accepted: 60, unknown: 0 });
  });

  it('is recognised as its own if it arrived after all', async () => {
    const world = await released(
      new World({ chunks: [60], fates: only('a2', 'ledger.replace', { lost: 'after' }, 2) }),
    );

    expect(await world.finish(world.send())).toBe('finished');
    expect(countsOf(ledgerOf(world))).toMatchObject({ accepted: 60, unknown: 0 });
  });

  it('is written again, the same, if it did not', async () => {
    const world = await released(
      new World({ chunks: [60], fates: only('a2', 'ledger.replace', { lost: 'before' }, 2) }),
    );

    expect(await world.finish(world.send())).toBe('finished');
    expect([countsOf(ledgerOf(world)).accepted, world.ses.takenTwice]).toEqual([60, []]);
  });
});

describe('flaw 9: a hold while doubt is open', () => {
  it('reports the doubt as unsettled and the rest as pending, and nothing as left', async () => {
    const world = await released(
      new World({
        chunks: [200],
        fates: only('a2', 'ses.send', { lost: 'after', backMs: 300 }, 7),
        quota: { maxSendRate: 20 },
      }),
    );
    const sending = world.send();
    await world.time.pass(() => world.ses.arrivals.length > 10, Number.POSITIVE_INFINITY);

    await world.finish(world.control('hold', 1));
    await world.finish(sending);

    expect(reportOf(world)).toMatchObject({ recipients: 200, left: 0, unsettled: 1, chunksWithPending: [0] });
  });
});

describe('flaw 10: the report of a chunk is repeated', () => {
  it.each(['wave.markDone', 'wave.find', 'ledger.readMany', 'fact.waveFinished', 'wave.markTold'])(
    'counts once after a lost answer of %s',
    async (place) => {
      const world = await released(new World({ chunks: [30, 30], fates: only('a3', place, { lost: 'after' }) }));

      expect(await world.drain({ senders: 1 })).toBe(true);
      expect(reportOf(world)).toMatchObject({ recipients: 60, accepted: 60, pending: 0, unsettled: 0 });
    },
  );
});

describe('flaw 11: a sender dies while it hands a chunk back', () => {
  it.each(['task.send', 'ledger.replace'])('and the chunk is finished all the same: at %s', async (place) => {
    const dying: Fates = (call) =>
      call.actor === 'a2' && call.place === place && (place === 'task.send' || call.count > 2) ? { dies: true } : {};
    const world = await released(new World({ chunks: [60], fates: dying, quota: { maxSendRate: 1 } }));

    expect(await world.drain({ senders: 2 })).toBe(true);
    expect([world.ses.takenTwice, reportOf(world)?.pending]).toEqual([[], 0]);
  });
});

describe('flaw 12: every message comes three times', () => {
  it('and the copies die out instead of handing back for ever', async () => {
    const world = await released(new World({ chunks: [200, 200, 200], quota: { maxSendRate: 3 } }));
    for (let copies = 0; copies < 3; copies += 1) world.store.queue.push(...world.store.queue);

    expect(await world.drain({ senders: 4 })).toBe(true);
    expect(world.ses.takenTwice).toEqual([]);
    // Copies that wait for their turn cost nothing but the look; none of them makes more.
    expect(world.outcomes.length).toBeLessThan(300);
    expect(Math.max(...[...world.store.ledgers.values()].map(({ rev }) => rev))).toBeLessThan(30);
  });
});

describe('flaw 13: a message is gone', () => {
  it('and the second sweep that finds its chunk untouched sends another', async () => {
    const world = await released(new World({ chunks: [30, 30] }));
    world.store.queue.pop();

    await world.finish(world.sweep());
    expect(await world.drain({ senders: 1, hours: 0.1 })).toBe(false);
    await world.finish(world.sweep());
    await world.finish(world.sweep());

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect([reportOf(world)?.accepted, world.ses.takenTwice]).toEqual([60, []]);
  });

  it('and the report of a full wave is repeated when it was never told', async () => {
    const world = await released(
      new World({ chunks: [30], fates: only('a2', 'fact.waveFinished', { dies: true, lost: 'before' }) }),
    );
    await world.time.pass(() => false, world.time.now() + 1);
    void world.send();
    await world.time.pass(() => false, world.time.now() + 120_000);
    world.store.queue.length = 0;

    await world.finish(world.sweep());
    await world.finish(world.sweep());

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(reportOf(world)?.accepted).toBe(30);
  });
});

describe('flaw 14: a message of an earlier wave', () => {
  it('neither works on the chunk of the next wave nor reports it', async () => {
    const world = await released(new World({ chunks: [30] }));
    await world.finish(world.control('hold', 1));
    await world.finish(world.send());
    await world.finish(world.control('send', 2));
    await world.finish(world.release({ wave: 2 }));

    expect(await world.finish(world.send({ wave: 1, tick: 0 }))).toBe('finished');
    expect([world.ses.arrivals.length, reportOf(world, 2)]).toEqual([0, undefined]);

    expect(await world.finish(world.send({ wave: 2 }))).toBe('finished');
    expect([reportOf(world, 1), reportOf(world, 2)]).toMatchObject([
      { accepted: 0, pending: 30 },
      { accepted: 30, pending: 0 },
    ]);
  });

  it('cannot send between two waves what was held in the last one', async () => {
    const world = await released(new World({ chunks: [60] }));
    for (const wave of [1, 2]) {
      await world.finish(world.control('hold', wave * 2));
      await world.finish(world.release({ wave }));
      await world.finish(world.send({ wave }));
      await world.finish(world.control('send', wave * 2 + 1));
    }

    expect(await world.finish(world.send({ wave: 1, tick: 9 }))).toBe('finished');
    expect([world.ses.arrivals.length, ledgerOf(world).shutWave]).toEqual([0, 2]);
  });
});

describe('a wave of several shards', () => {
  it('is told when all of them are full, not when the first is', async () => {
    const world = await released(new World({ chunks: Array.from({ length: 300 }, () => 1) }));

    expect(await world.drain({ senders: 4 })).toBe(true);
    expect(reportOf(world)).toMatchObject({ recipients: 300, accepted: 300, pending: 0 });
  });
});

describe('a sender that dies in the middle of a batch', () => {
  it('leaves its claims in doubt: unsettled in its wave, settled in the final one, and nobody is mailed twice', async () => {
    const world = await released(new World({ chunks: [100], fates: only('a2', 'ses.send', { dies: true }, 60) }));

    expect(await world.drain({ senders: 1 })).toBe(true);
    const unsettled = reportOf(world)?.unsettled ?? 0;
    expect(reportOf(world)).toMatchObject({ accepted: 100 - unsettled, pending: 0, chunksWithDoubt: [0] });
    expect(unsettled).toBeGreaterThanOrEqual(50);

    await world.finish(world.release({ wave: 2, final: true }));
    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: unsettled, accepted: unsettled, left: 0, unsettled: 0 });
    expect([world.ses.takenTwice, world.ses.arrivals.length]).toEqual([[], 100]);
  });
});
