import * as fc from 'fast-check';

import { S3FrozenSnapshots } from '../../adapters/s3-frozen-snapshots.ts';
import { idOf, snapshotWorld } from '../../testing/snapshots.ts';
import type { SnapshotRequest } from '../snapshot/ports.ts';
import { makeFindMailings } from './find-mailings.ts';

const request: SnapshotRequest = {
  runId: 'run_1',
  attempt: 1,
  lists: ['lst_1'],
  exclude: [],
  segments: [],
  excludeSegments: [],
  fields: [],
  chunkSize: 4,
  firstChunkSize: 2,
};
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

it('finds everybody where they stand, however the recipients were cut, and nobody else', async () => {
  const sizes = fc.record({
    chunkSize: fc.integer({ min: 1, max: 9 }),
    firstChunkSize: fc.integer({ min: 1, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 120 }), sizes, async (people, cut) => {
      const world = snapshotWorld();
      await world.join('lst_1', ...upTo(people));
      await world.take({ ...request, ...cut });
      const findMailings = makeFindMailings(new S3FrozenSnapshots(world.bucket));

      const found = await Promise.all(upTo(people + 5).map((n) => findMailings(idOf(n))));

      const chunks = world.rows(world.manifest('run_1'));
      const standing = found.map(([mailing]) => mailing && chunks[mailing.chunk]?.[mailing.offset]?.contactId);
      expect(standing).toEqual(upTo(people + 5).map((n) => (n < people ? idOf(n) : undefined)));
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('finds everybody where they stand who is mailed by the clock where they are', async () => {
  const zones = ['Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'nowhere'];
  const localTime = { at: '2026-12-01T09:00', field: 'zone', otherwise: 'UTC' };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 120 }), async (people) => {
      const world = snapshotWorld();
      await world.join('lst_1', ...upTo(people.length));
      for (const [n, zone] of people.entries()) world.change(n, { fields: { zone: zones[zone] ?? '' } });
      await world.take({ ...request, localTime });
      const findMailings = makeFindMailings(new S3FrozenSnapshots(world.bucket));

      const found = await Promise.all(upTo(people.length + 5).map((n) => findMailings(idOf(n))));

      const chunks = world.rows(world.manifest('run_1'));
      const standing = found.map(([mailing]) => mailing && chunks[mailing.chunk]?.[mailing.offset]?.contactId);
      expect(standing).toEqual(upTo(people.length + 5).map((n) => (n < people.length ? idOf(n) : undefined)));
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('looks into few chunks, because it knows about where somebody should be', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(4_000));
  await world.take(request);
  const snapshots = new S3FrozenSnapshots(world.bucket);
  const looked: number[] = [];
  const findMailings = makeFindMailings({
    runs: () => snapshots.runs(),
    find: async (runId) => {
      const found = await snapshots.find(runId);
      const read = async (chunk: number) => {
        looked.push(chunk);
        return found?.read(chunk);
      };
      return found && { ...found, read };
    },
  });

  for (const n of upTo(200)) await findMailings(idOf(n));

  expect(world.manifest('run_1')?.chunks.length).toBeGreaterThan(1_000);
  expect(looked.length / 200).toBeLessThan(7);
}, 60_000);

it('looks into every run whose recipients are kept, and passes over what is none', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0, 1);
  await world.join('lst_2', 1);
  for (const runId of ['run_1', 'run_3']) await world.take({ ...request, runId });
  await world.take({ ...request, runId: 'run_2', lists: ['lst_2'] });
  await world.bucket.put('exchange/confirmations/cnf_1.json', { body: '{}', contentType: 'application/json' });
  await world.bucket.put('exchange/run_4/manifest.json', { body: '{', contentType: 'application/json' });
  const findMailings = makeFindMailings(new S3FrozenSnapshots(world.bucket));

  const found = await findMailings(idOf(0));

  expect(found.map(({ runId }) => runId)).toEqual(['run_1', 'run_3']);
  expect(await findMailings(idOf(9))).toEqual([]);
});

it('finds nobody in a chunk that is gone', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0);
  await world.take(request);
  for (const key of world.bucket.objects.keys()) if (key.endsWith('.gz')) world.bucket.objects.delete(key);

  expect(await makeFindMailings(new S3FrozenSnapshots(world.bucket))(idOf(0))).toEqual([]);
});
