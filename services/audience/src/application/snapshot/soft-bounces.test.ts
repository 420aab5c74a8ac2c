import { idOf, snapshotWorld } from '../../testing/snapshots.ts';
import type { SnapshotRequest } from './ports.ts';

const at = '2026-11-20T10:00:00.000Z';
const request: SnapshotRequest = {
  runId: 'run_1',
  attempt: 1,
  lists: ['lst_1'],
  exclude: [],
  segments: [],
  excludeSegments: [],
  fields: ['name'],
  chunkSize: 4,
  firstChunkSize: 2,
};
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

const givenBounced = async (world: ReturnType<typeof snapshotWorld>, ...people: readonly number[]) => {
  for (const n of people) {
    const mailings = [{ runId: 'run_0', at, softAt: at }];
    const event = { kind: 'soft_bounced', at, runId: 'run_0' } as const;
    await world.softBounces.save({ contactId: idOf(n), mailings, revision: 0 }, event);
  }
};

it('notes its run with the recipients whose mails came back before, in every shard, and with nobody else', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(60));
  await world.suppress(7, 'lst_1', 'unsubscribed');
  await givenBounced(world, 3, 7, 20, 41, 99);

  await world.take(request);

  const known = await Promise.all([3, 7, 20, 41, 99, 5].map((n) => world.softBounces.find(idOf(n))));
  expect(known.map((one) => one?.mailings.map(({ runId }) => runId))).toEqual([
    ['run_0', 'run_1'],
    ['run_0'],
    ['run_0', 'run_1'],
    ['run_0', 'run_1'],
    ['run_0'],
    undefined,
  ]);
});

it('takes the same recipients as if nothing had ever come back', async () => {
  const [world, other] = [snapshotWorld(), snapshotWorld()];
  for (const each of [world, other]) await each.join('lst_1', ...upTo(30));
  await givenBounced(world, ...upTo(30));

  await world.take(request);
  await other.take(request);

  expect(world.rows(world.manifest('run_1'))).toEqual(other.rows(other.manifest('run_1')));
});
