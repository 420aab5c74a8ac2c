import { countsOf } from '../domain/chunk-state.ts';
import type { SendAnswer } from '../domain/send-answer.ts';
import type { Fates } from '../testing/actor.ts';
import { RUN, type Settings, World } from '../testing/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The first sender (`a2`: the release is `a1`) dies after its tenth mail, before it knows that SES took only every other of the ten. */
const dying: Fates = ({ actor, place, count }) => {
  if (actor !== 'a2' || place !== 'ses.send') return {};
  if (count === 10) return { dies: true };
  return count % 2 === 0 ? {} : { lost: 'before', backMs: MINUTE };
};
const ledgerOf = (world: World, chunk = 0) => {
  const ledger = world.store.ledgers.get(`${RUN.runId}/${chunk}`);
  if (ledger === undefined) throw new Error('No ledger');
  return ledger;
};
const counts = (world: World, chunk = 0) => countsOf(ledgerOf(world, chunk));
const reportOf = (world: World, wave: number) => world.store.reports.get(`${RUN.runId}/${wave}`);
const pass = (world: World, ms: number) => world.finish(world.time.sleepUntil(world.time.now() + ms));

/** A run whose first wave is over and left ten recipients in doubt, and whose final wave is released. */
const inDoubt = async (settings: Partial<Settings> = {}): Promise<World> => {
  const world = new World({ chunks: [30], fates: dying, quota: { maxSendRate: 1 }, ...settings });
  await world.finish(world.release());
  if (!(await world.drain({ senders: 1 }))) throw new Error('The first wave has not ended');
  await world.finish(world.release({ wave: 2, final: true }));
  return world;
};
const settled = async (world: World, hours = 24): Promise<boolean> => world.drain({ senders: 1, wave: 2, hours });

describe('doubt', () => {
  it('is settled by what SES told: who was seen is accepted, the others are mailed', async () => {
    const world = await inDoubt();
    const before = counts(world);

    expect(await settled(world)).toBe(true);
    expect(before).toMatchObject({ unknown: 10, accepted: 20, pending: 0 });
    expect(reportOf(world, 2)).toMatchObject({ recipients: 10, accepted: 10, left: 0, pending: 0, unsettled: 0 });
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, []]);
  });

  it('is not settled by time: not before SES must have told', async () => {
    const world = await inDoubt();
    const dueAt = ledgerOf(world).quietAt + MINUTE + 2_000;
    const before = world.ses.arrivals.length;

    await world.drain({ senders: 1, wave: 2, hours: (dueAt - world.time.now()) / HOUR });

    expect([world.ses.arrivals.length, world.ses.probes, world.feedback.requests]).toEqual([before, [], 0]);
  });

  it('is left where twice is worse than never: only who was not seen', async () => {
    const world = await inDoubt({ doubt: { policy: 'leave' } });

    expect(await settled(world)).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: 10, accepted: 5, left: 5 });
  });

  it('follows the wishes of the run', async () => {
    const world = await inDoubt();
    world.store.runs.set(RUN.runId, { ...RUN, isOpen: true, doubt: { policy: 'leave' } });

    expect(await settled(world)).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ accepted: 5, left: 5 });
  });

  it('is left at once where SES does not tell of what it takes: nobody asks', async () => {
    const world = await inDoubt({ doubt: { isSendingTold: false } });

    expect(await settled(world, 0.01)).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ accepted: 0, left: 10 });
    expect([world.ses.probes, world.feedback.requests]).toEqual([[], 0]);
  });

  it('is left after a day in which nobody could answer, and counted', async () => {
    const world = await inDoubt({ events: { reportsAfterMs: () => [] } });

    expect(await settled(world, 23)).toBe(false);
    expect(await settled(world, 2)).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ accepted: 0, left: 10 });
    expect(world.meters.get('DoubtGivenUp')).toBe(10);
  });

  it('is settled by what SES told, however long after it the run comes to settling: it may have waited for days', async () => {
    const world = new World({ chunks: [30], fates: dying, quota: { maxSendRate: 1 } });
    await world.finish(world.release());
    await world.drain({ senders: 1 });
    await pass(world, 50 * HOUR);
    await world.finish(world.release({ wave: 2, final: true }));

    expect(await settled(world)).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ recipients: 10, accepted: 10, left: 0 });
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, []]);
  });

  it('is asked about again and again, more and more seldom', async () => {
    const world = await inDoubt({ events: { reportsAfterMs: () => [] } });
    await settled(world, 1);
    const inTheFirstHour = world.feedback.requests;
    await settled(world, 1);

    expect(inTheFirstHour).toBeGreaterThan(10);
    expect(world.feedback.requests - inTheFirstHour).toBeLessThan(20);
  });

  it('waits until nobody is pending in the final wave: they are sent to first', async () => {
    const world = new World({ chunks: [30], fates: dying, quota: { maxSendRate: 1 } });
    await world.finish(world.release());
    void world.send();
    await pass(world, 5 * MINUTE);
    await world.finish(world.control('hold', 1));
    await world.drain({ senders: 1 });
    await world.finish(world.control('send', 2));
    await world.finish(world.release({ wave: 2, final: true }));

    expect(await settled(world)).toBe(true);
    expect(reportOf(world, 1)).toMatchObject({ accepted: 0, pending: 20, unsettled: 10 });
    expect(reportOf(world, 2)).toMatchObject({ recipients: 30, accepted: 30 });
    expect([world.ses.accepted.size, world.ses.takenTwice]).toEqual([30, []]);
  });
});

describe('what people want while doubt is settled', () => {
  it('cancel: nobody is mailed; whoever was not seen is unsent, as those who were never sent to', async () => {
    const world = new World({ chunks: [30], fates: dying, quota: { maxSendRate: 1 } });
    await world.finish(world.release());
    void world.send();
    await pass(world, 5 * MINUTE);
    await world.finish(world.control('cancel', 1));
    await world.drain({ senders: 1 });
    await world.finish(world.release({ wave: 2, final: true }));

    expect(await settled(world)).toBe(true);
    expect(reportOf(world, 1)).toMatchObject({ accepted: 0, pending: 20, unsettled: 10 });
    expect(reportOf(world, 2)).toMatchObject({ accepted: 5, pending: 25, left: 0, unsettled: 0 });
    expect(world.ses.accepted.size).toBe(5);
  });
});

describe('a probe', () => {
  it('is sent once for all chunks that ask in the same while', async () => {
    const world = await inDoubt({ chunks: [30, 30, 30], fates: (call) => dyingIn(['a2', 'a3', 'a4'], call) });

    expect(await world.drain({ senders: 3, wave: 2 })).toBe(true);
    expect(world.feedback.requests).toBeGreaterThanOrEqual(3);
    expect(new Set(world.ses.probes.map((at) => Math.floor(at / 10_000))).size).toBe(world.ses.probes.length);
  });

  it('that somebody sent before the doubt was due does not vouch for it: the next one is waited for', async () => {
    const world = await inDoubt();
    const dueAt = ledgerOf(world).quietAt + MINUTE + 2_000;
    await world.finish(world.time.sleepUntil(dueAt + 100));
    world.store.probes.set(Math.floor(dueAt / 10_000), { probe: 'early', probeAt: dueAt - 1 });

    await world.finish(world.send({ wave: 2, final: true }));

    expect([world.ses.probes, world.feedback.requests]).toEqual([[], 0]);
    expect(await settled(world)).toBe(true);
  });

  it.each<[string, SendAnswer]>([
    ['throttled', { kind: 'throttled' }],
    ['at the daily quota', { kind: 'quota_reached' }],
    ['paused', { kind: 'suspended', reason: 'sending_paused', message: 'm' }],
    ['refused', { kind: 'refused', reason: 'r' }],
  ])('that SES does not take is not asked about, and sent again later: %s', async (_, answer) => {
    let isWell = false;
    const world = await inDoubt({
      ses: ({ chunk }) => (chunk !== '' || isWell ? { kind: 'accepted' } : answer),
    });
    await settled(world, 0.1);
    const requests = world.feedback.requests;
    isWell = true;

    expect([requests, world.store.probes.size, world.notes.includes('probe_not_taken')]).toEqual([0, 0, true]);
    expect(await settled(world)).toBe(true);
    expect(reportOf(world, 2)).toMatchObject({ accepted: 10 });
  });

  it('whose answer is lost is asked about all the same', async () => {
    const losing: Fates = (call) =>
      call.place === 'ses.send' && call.actor !== 'a2' && call.count === 1 ? { lost: 'after' } : dying(call);
    const world = await inDoubt({ chunks: [10], fates: losing });

    expect(await settled(world, 0.2)).toBe(true);
    expect(world.ses.takenTwice).toEqual([]);
  });

  it('waits for its slot as any mail does', async () => {
    const world = await inDoubt();
    await world.finish(world.time.sleepUntil(ledgerOf(world).quietAt + 2 * MINUTE));
    if (world.store.governor) world.store.governor = { ...world.store.governor, tat: world.time.now() + 10 * MINUTE };

    await world.finish(world.send({ wave: 2, final: true }));

    expect([world.ses.probes, world.feedback.requests]).toEqual([[], 0]);
    expect(world.store.queue.at(-1)?.visibleAt).toBeGreaterThan(world.time.now());
  });
});

describe('the sweeper', () => {
  it('leaves a chunk alone that waits for its doubt, and finds one whose message is gone', async () => {
    const world = await inDoubt();
    await world.finish(world.send({ wave: 2, final: true }));
    world.store.queue.length = 0;
    await world.finish(world.sweep());
    await world.finish(world.sweep());
    const early = world.store.queue.length;
    await pass(world, 10 * MINUTE);
    await world.finish(world.sweep());

    expect([early, world.store.queue.length]).toEqual([0, 1]);
    expect(await settled(world)).toBe(true);
  });
});

const dyingIn = (actors: readonly string[], call: Parameters<Fates>[0]) =>
  actors.includes(call.actor) ? dying({ ...call, actor: 'a2' }) : {};
