import { countsOf } from '../domain/chunk-state.ts';
import type { Fates } from '../testing/actor.ts';
import { RUN, World } from '../testing/world.ts';

const ANSWER_MS = 200;

/** SES takes its time; `lost` says what else goes wrong. */
const slowly =
  (lost: Fates = () => ({})): Fates =>
  (call) =>
    call.place === 'ses.send' ? { thereMs: 2, backMs: ANSWER_MS } : lost(call);

const released = async (world: World): Promise<World> => {
  await world.finish(world.release());
  return world;
};
const key = `${RUN.runId}/0`;
const counts = (world: World) => {
  const ledger = world.store.ledgers.get(key);
  return ledger && countsOf(ledger);
};
const hasArrived = (world: World, mails: number) =>
  world.time.pass(() => world.ses.arrivals.length >= mails, Number.POSITIVE_INFINITY);

it('begins the next batch at its slots, though the last is not answered yet', async () => {
  const world = await released(new World({ chunks: [300], quota: { maxSendRate: 100 }, fates: slowly() }));

  await world.finish(world.send());

  // With the first answers it has learned how long they take.
  const arrivals = world.ses.arrivals.slice(60);
  const gaps = arrivals.slice(1).map((at, n) => at - (arrivals[n] ?? 0));
  expect(world.ses.arrivals).toHaveLength(300);
  expect(Math.max(...gaps)).toBeLessThan(ANSWER_MS / 4);
});

it('waits for every answer before it closes', async () => {
  const world = await released(new World({ chunks: [120], quota: { maxSendRate: 100 }, fates: slowly() }));

  await world.finish(world.send());

  expect(counts(world)).toMatchObject({ accepted: 120, claimed: 0, unknown: 0 });
  expect(world.store.progress).toEqual(['0:0:closed']);
});

it('writes down what is known when something fails: the next sender has nobody to doubt', async () => {
  const failing: Fates = ({ actor, place, count }) =>
    actor === 'a2' && place === 'suppression.among' && count === 4 ? { lost: 'before' } : {};
  const world = await released(new World({ chunks: [300], quota: { maxSendRate: 100 }, fates: slowly(failing) }));

  await expect(world.finish(world.send())).rejects.toThrow('no answer');

  const sent = world.ses.arrivals.length;
  expect(sent).toBeGreaterThan(100);
  expect(counts(world)).toMatchObject({ accepted: sent, claimed: 0, unknown: 0, pending: 300 - sent });
});

it('sends nothing more once it is fenced, whatever it has claimed', async () => {
  const world = await released(new World({ chunks: [1_000], quota: { maxSendRate: 1_000 }, fates: slowly() }));
  const sending = world.send();
  await hasArrived(world, 120);
  const ledger = world.store.ledgers.get(key);
  if (ledger)
    world.store.ledgers.set(key, { ...ledger, rev: ledger.rev + 1, writeId: 'somebody.1', owner: 'somebody' });

  expect(await world.finish(sending)).toBe('fenced');
  const [last = 0] = world.ses.arrivals.slice(-1);
  expect(world.ses.arrivals.length).toBeLessThan(400);
  expect(world.time.now() - last).toBeGreaterThanOrEqual(ANSWER_MS);
  expect(world.store.ledgers.get(key)?.writeId).toBe('somebody.1');
});

it('lets claimed mails that have not left stay pending when the run is held', async () => {
  const world = await released(new World({ chunks: [1_000], quota: { maxSendRate: 100 }, fates: slowly() }));
  const sending = world.send();
  await hasArrived(world, 130);
  await world.finish(world.control('hold', 1));
  const before = world.ses.arrivals.length;

  await world.finish(sending);

  const sent = world.ses.arrivals.length;
  expect(sent - before).toBeLessThan(50);
  expect(counts(world)).toMatchObject({ accepted: sent, claimed: 0, unknown: 0, pending: 1_000 - sent });
});
