import { countsOf, type Unreadable } from '../domain/chunk-state.ts';
import type { Fates } from '../testing/actor.ts';
import type { ReadRows } from '../testing/wire.ts';
import { RUN, type Settings, World } from '../testing/world.ts';

const ledgerOf = (world: World, chunk = 0) => {
  const ledger = world.store.ledgers.get(`${RUN.runId}/${chunk}`);
  if (ledger === undefined) throw new Error('No ledger');
  return ledger;
};
const reportOf = (world: World, wave = 1) => world.store.reports.get(`${RUN.runId}/${wave}`);

/** What somebody may repair in the middle of a test. */
const broken = (...chunks: readonly number[]) => {
  const state: { chunks: readonly number[]; reason: Unreadable } = { chunks, reason: 'chunk_missing' };
  const read: ReadRows = (chunk) =>
    state.chunks.includes(chunk) ? { kind: 'unreadable', reason: state.reason } : undefined;
  return { state, read };
};

const released = async (settings: Settings): Promise<World> => {
  const world = new World(settings);
  await world.finish(world.release());
  return world;
};

describe('a chunk that cannot be read', () => {
  it.each<Unreadable>(['chunk_missing', 'chunk_malformed', 'chunk_changed'])(
    'is closed and named with its reason, and its wave comes to its end: %s',
    async (reason) => {
      const { state, read } = broken(1);
      state.reason = reason;
      const world = await released({ chunks: [10, 20, 30], read });

      expect(await world.drain({ senders: 1 })).toBe(true);
      expect(reportOf(world)).toMatchObject({ recipients: 60, accepted: 40, pending: 0, chunksWithPending: [] });
      expect(reportOf(world)?.unreadable).toEqual([{ reason, recipients: 20, chunks: [1] }]);
      expect(world.outcomes).toContain(reason);
      expect(world.meters.get('Unreadable')).toBe(20);
    },
  );

  it('waits for a repair without holding up anybody: a later wave sends to everybody in it, once', async () => {
    const { state, read } = broken(1);
    const world = await released({ chunks: [10, 20], read });
    await world.drain({ senders: 1 });
    state.chunks = [];
    await world.finish(world.release({ wave: 2, chunks: [1] }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: 20, accepted: 20, unreadable: [] });
    expect(ledgerOf(world, 1).unreadable).toBeUndefined();
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, []]);
  });

  it('is named again by every wave that comes to it before it is repaired', async () => {
    const world = await released({ chunks: [10, 20], read: broken(1).read });
    await world.drain({ senders: 1 });
    await world.finish(world.release({ wave: 2, chunks: [1] }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: 20, accepted: 0, pending: 0 });
    expect(reportOf(world, 2)?.unreadable).toEqual([{ reason: 'chunk_missing', recipients: 20, chunks: [1] }]);
  });

  it('is not parked once more by a message that comes again, nor by one that is redriven', async () => {
    const { state, read } = broken(0);
    const world = await released({ chunks: [10], read });
    await world.finish(world.send());
    const again = await world.finish(world.send());
    state.chunks = [];
    await world.finish(world.release({ wave: 2 }));
    await world.drain({ senders: 1, wave: 2 });

    expect([again, await world.finish(world.send())]).toEqual(['finished', 'finished']);
    expect(world.ses.takenTwice).toEqual([]);
  });

  it('that went missing in the middle keeps what was sent', async () => {
    const { state, read } = broken();
    const world = await released({ chunks: [150], quota: { maxSendRate: 1 }, read });
    await world.finish(world.send());
    state.chunks = [0];

    expect(await world.drain({ senders: 1 })).toBe(true);
    const { accepted } = countsOf(ledgerOf(world));
    expect(accepted).toBeGreaterThan(0);
    expect(reportOf(world)).toMatchObject({ recipients: 150, accepted });
    expect(reportOf(world)?.unreadable).toMatchObject([{ recipients: 150 - accepted }]);
  });

  it('is not given up because S3 gives no answer', async () => {
    const fates: Fates = ({ actor, place }) => (actor === 'a2' && place === 'snapshot.rows' ? { lost: 'before' } : {});
    const world = await released({ chunks: [10], fates });
    const before = ledgerOf(world);

    await expect(world.finish(world.send())).rejects.toMatchObject({ name: 'LostAnswer' });
    expect(ledgerOf(world)).toEqual(before);
    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(reportOf(world)).toMatchObject({ accepted: 10, unreadable: [] });
  });

  it('is not closed by a sender that somebody has overtaken', async () => {
    const { state, read } = broken(0);
    const fates: Fates = ({ actor, place }) =>
      actor === 'a2' && place === 'ledger.replace' ? { thereMs: 30_000 } : {};
    const world = await released({ chunks: [10], read, fates });
    const slow = world.send();
    await world.time.pass(() => false, world.time.now() + 1_000);
    state.chunks = [];
    await world.finish(world.send());

    expect(await world.finish(slow)).toBe('fenced');
    expect(ledgerOf(world).unreadable).toBeUndefined();
    expect(reportOf(world)).toMatchObject({ accepted: 10, unreadable: [] });
  });

  it('is reported although its sender died between closing and reporting', async () => {
    const fates: Fates = ({ actor, place }) => (actor === 'a2' && place === 'wave.markDone' ? { dies: true } : {});
    const world = await released({ chunks: [10], read: broken(0).read, fates });

    expect(await world.drain({ senders: 1 })).toBe(true);
    expect(reportOf(world)?.unreadable).toEqual([{ reason: 'chunk_missing', recipients: 10, chunks: [0] }]);
  });
});

describe('a row that cannot be read', () => {
  const torn =
    (...offsets: readonly number[]): ReadRows =>
    (_, rows) => ({ kind: 'rows', rows: rows.map((row, offset) => (offsets.includes(offset) ? undefined : row)) });

  it('leaves its recipient unsent, not refused, and everybody else gets the mail', async () => {
    const world = await released({ chunks: [100], read: torn(3, 77) });

    expect(await world.finish(world.send())).toBe('row_malformed');
    expect(reportOf(world)).toMatchObject({ accepted: 98, refused: 0, pending: 0, chunksWithPending: [] });
    expect(reportOf(world)?.unreadable).toEqual([{ reason: 'row_malformed', recipients: 2, chunks: [0] }]);
  });

  it('is sent to by a later wave that can read it', async () => {
    let read = torn(3);
    const world = await released({ chunks: [10], read: (...all) => read(...all) });
    await world.drain({ senders: 1 });
    read = torn();
    await world.finish(world.release({ wave: 2 }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: 1, accepted: 1, unreadable: [] });
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([10, []]);
  });
});

describe('doubt in a chunk that cannot be read any more', () => {
  /** The first sender dies after its tenth mail. SES took every other of the ten. */
  const dying: Fates = ({ actor, place, count }) => {
    if (actor !== 'a2' || place !== 'ses.send') return {};
    if (count === 10) return { dies: true };
    return count % 2 === 0 ? {} : { lost: 'before', backMs: 60_000 };
  };

  const inDoubt = async () => {
    const { state, read } = broken();
    const world = await released({ chunks: [30], fates: dying, quota: { maxSendRate: 1 }, read });
    void world.send();
    await world.time.pass(() => false, world.time.now() + 60_000);
    state.chunks = [0];
    await world.drain({ senders: 1 });
    return { state, world };
  };

  it('is told apart from who is unsent, and is left for a settling wave', async () => {
    const { world } = await inDoubt();

    expect(reportOf(world)).toMatchObject({ recipients: 30, accepted: 0, unsettled: 10, pending: 0 });
    expect(reportOf(world)).toMatchObject({ chunksWithPending: [], chunksWithDoubt: [0] });
    expect(reportOf(world)?.unreadable).toEqual([{ reason: 'chunk_missing', recipients: 20, chunks: [0] }]);
  });

  it('is settled all the same: whoever was not seen is unsent with the others', async () => {
    const { world } = await inDoubt();
    await world.finish(world.release({ wave: 2, final: true }));

    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: 30, accepted: 5, pending: 0, unsettled: 0, left: 0 });
    expect(reportOf(world, 2)?.unreadable).toEqual([{ reason: 'chunk_missing', recipients: 25, chunks: [0] }]);
  });

  it('is mailed with the others once somebody has repaired the chunk, and nobody twice', async () => {
    const { state, world } = await inDoubt();
    await world.finish(world.release({ wave: 2, final: true }));
    await world.drain({ senders: 1, wave: 2 });
    state.chunks = [];
    await world.finish(world.release({ wave: 3 }));

    expect(await world.drain({ senders: 1, wave: 3 })).toBe(true);
    expect(reportOf(world, 3)).toMatchObject({ recipients: 25, accepted: 25, unreadable: [] });
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, []]);
  });
});
