import { bitmapOf } from '../domain/bitmap.ts';
import { countsOf } from '../domain/chunk-state.ts';
import type { Fate, Fates } from '../testing/actor.ts';
import { RUN, type Settings, START, World } from '../testing/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEY = `${RUN.runId}/0`;

/** What happens to the n-th mail of the run that is on its way to SES; everything else goes well. */
type Mails = Readonly<Record<number, Fate>>;

/** A run of ten recipients, one a second, whose only wave settles doubt. */
const settlingWorld = async (mails: Mails, settings: Partial<Settings> = {}): Promise<World> => {
  const fates: Fates = ({ place }) => (place === 'ses.send' ? (mails[world.ses.arrivals.length + 1] ?? {}) : {});
  const world = new World({ chunks: [10], fates, quota: { maxSendRate: 1 }, ...settings });
  await world.finish(world.release({ final: true }));
  return world;
};
const ledgerOf = (world: World) => {
  const ledger = world.store.ledgers.get(KEY);
  if (ledger === undefined) throw new Error('No ledger');
  return ledger;
};
const reportOf = (world: World, wave = 1) => world.store.reports.get(`${RUN.runId}/${wave}`);
const isTold = (world: World, hours = 24) => world.drain({ senders: 1, hours });

/** Somebody else takes the chunk over while its owner is at work: safety may not rest on leases. */
const overtake = async (world: World): Promise<void> => {
  void world.send({ final: true });
  await world.time.pass(() => world.ses.arrivals.length >= 2, Number.POSITIVE_INFINITY);
  await world.time.pass(() => false, world.time.now() + 3_000);
  world.store.ledgers.set(KEY, { ...ledgerOf(world), leaseUntil: 0 });
  await world.finish(world.send({ final: true }));
};

describe('flaw 4: doubt is counted from when it is noticed', () => {
  it('a sender that stalls at the socket and wakes inside its deadline sends to nobody who was settled', async () => {
    const world = await settlingWorld({ 3: { thereMs: 40_000 } }, { doubt: { settleMs: 10_000 } });
    await overtake(world);

    expect(ledgerOf(world).quietAt).toBeGreaterThan(START + 2 * MINUTE);
    expect(await isTold(world)).toBe(true);
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([10, []]);
  });

  it('a request of a dead sender that SES takes at the last moment, and tells of at the last moment, still counts', async () => {
    const world = await settlingWorld(
      { 3: { lost: { lateMs: 114_000 }, dies: true } },
      { events: { lagMs: () => 59_000 } },
    );
    await overtake(world);

    expect(await isTold(world)).toBe(true);
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([10, []]);
  });
});

describe('flaw 5: a report for the first doubt of a chunk comes again after the second', () => {
  it('and decides nothing about the second', async () => {
    const world = await settlingWorld(
      { 3: { dies: true }, 6: { dies: true } },
      { events: { reportsAfterMs: () => [500, 3 * MINUTE, 6 * MINUTE] } },
    );

    expect(await isTold(world)).toBe(true);
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([10, []]);
    expect([world.meters.get('DoubtSeen'), world.meters.get('DoubtResent')]).toEqual([6, 11]);
  });

  it('and turns nothing that is claimed into pending', async () => {
    const world = await settlingWorld({});
    const sending = world.send({ final: true });
    await world.time.pass(() => world.ses.arrivals.length >= 3, Number.POSITIVE_INFINITY);
    await world.finish(world.report(0, { asOf: world.time.now(), seen: bitmapOf(1_000, []) }));

    expect(await world.finish(sending)).toBe('finished');
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([10, []]);
  });
});

describe('flaw 6: a report is written into the ledger', () => {
  it('stays outside it: whoever works on the chunk does not notice it', async () => {
    const world = await settlingWorld({});
    const before = ledgerOf(world);

    await world.finish(world.report(0, { asOf: START + HOUR, seen: bitmapOf(1_000, [1]) }));

    expect(ledgerOf(world)).toBe(before);
    expect(await world.finish(world.send({ final: true }))).toBe('finished');
  });

  it('and one that is older than what is known changes nothing at all', async () => {
    const world = await settlingWorld({});
    const newer = { asOf: START + 2, seen: bitmapOf(1_000, [1]) };
    await world.finish(world.report(0, newer));

    await world.finish(world.report(0, { asOf: START + 1, seen: bitmapOf(1_000, [2]) }));

    expect(world.store.evidences.get(KEY)).toBe(newer);
  });
});

describe('flaw 7: time alone settles', () => {
  it('while the events of SES are held up for an hour, nobody is mailed again', async () => {
    const world = await settlingWorld({ 4: { dies: true } }, { events: { stalls: [[START, START + HOUR]] } });

    expect(await isTold(world, 0.99)).toBe(false);
    expect(world.ses.arrivals.length).toBe(4);
    expect(await isTold(world)).toBe(true);
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([10, []]);
  });

  it('a hole in what is known makes silence worth nothing: too few of those who are accepted were seen', async () => {
    let told = 0;
    // Of the first hundred mails every second is never told of.
    const lagMs = () => (told++ < 100 && told % 2 === 0 ? 1_000 * HOUR : 400);
    const world = await settlingWorld(
      { 63: { dies: true } },
      { chunks: [120], quota: { maxSendRate: 5 }, events: { lagMs } },
    );

    expect(await isTold(world, 12)).toBe(false);
    expect(world.ses.takenTwice).toEqual([]);
    expect(await isTold(world, 24)).toBe(true);
    expect(world.ses.takenTwice).toEqual([]);
  });
});

describe('flaw 8: a probe sent for the first doubt is answered after the second', () => {
  it('and vouches for nothing that was sent after it', async () => {
    const flowsAgainAt = START + 20 * MINUTE;
    const lags = [400, 400, 400, 400, 5 * MINUTE];
    const delays = [[12_000]];
    const world: World = await settlingWorld(
      { 3: { dies: true }, 6: { dies: true } },
      {
        events: {
          // Three mails and a probe are told of at once, a second probe late, and all that came after it much later.
          lagMs: () => lags.shift() ?? Math.max(400, flowsAgainAt - world.time.now()),
          // The first answer takes long enough for a second question.
          reportsAfterMs: () => delays.shift() ?? [500],
        },
      },
    );

    expect(await isTold(world, 0.3)).toBe(false);
    expect([world.ses.arrivals.length, world.ses.probes.length > 2]).toEqual([6, true]);
    expect(await isTold(world)).toBe(true);
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([10, []]);
  });
});

describe('flaw 9: a hold while doubt is open in the final wave', () => {
  it('ends the wave only when the doubt is settled', async () => {
    const world = await settlingWorld({ 4: { lost: 'after' } }, { chunks: [30] });
    void world.send({ final: true });
    await world.time.pass(() => world.ses.arrivals.length >= 12, Number.POSITIVE_INFINITY);
    await world.finish(world.control('hold', 1));

    expect(await isTold(world)).toBe(true);
    expect(reportOf(world)).toMatchObject({ recipients: 30, accepted: 19, pending: 11, left: 0, unsettled: 0 });
  });

  it('neither ends the wave early nor calls doubt left, and mails nobody', async () => {
    const world = await settlingWorld({ 4: { dies: true } });
    void world.send({ final: true });
    await world.time.pass(() => world.ses.arrivals.length >= 4, Number.POSITIVE_INFINITY);
    await world.finish(world.control('hold', 1));

    expect(await isTold(world)).toBe(true);
    expect(reportOf(world)).toMatchObject({ recipients: 10, accepted: 4, pending: 6, left: 0, unsettled: 0 });
    expect(world.ses.arrivals.length).toBe(4);

    await world.finish(world.control('send', 2));
    await world.finish(world.release({ wave: 2 }));
    expect(await world.drain({ senders: 1, wave: 2 })).toBe(true);
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([10, []]);
    expect(countsOf(ledgerOf(world))).toMatchObject({ accepted: 10, left: 0, unknown: 0 });
  });
});
