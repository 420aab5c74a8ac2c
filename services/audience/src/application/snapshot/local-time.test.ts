import fc from 'fast-check';

import { momentIn } from '../../domain/local-time.ts';
import { shardOf } from '../../domain/shard.ts';
import { address, idOf, snapshotWorld } from '../../testing/snapshots.ts';
import type { SnapshotRequest } from './ports.ts';

const at = '2026-12-01T09:00';
const localTime = { at, field: 'zone', otherwise: 'Europe/Berlin' };
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
  localTime,
};
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
const [seoul, berlin, newYork] = ['Asia/Seoul', 'Europe/Berlin', 'America/New_York'].map((zone) => momentIn(zone, at));

type World = ReturnType<typeof snapshotWorld>;

/** The moment of every chunk, as those who plan waves read it. */
const departuresOf = (world: World) => {
  const { chunks = [], departures = [] } = world.manifest('run_1') ?? {};
  return chunks.map(({ chunk }) => departures.findLast(({ firstChunk }) => firstChunk <= chunk)?.notBefore);
};

/** Which moments the chunks' people have, chunk by chunk. */
const momentsIn = (world: World, momentOf: (contactId: string) => string | undefined) =>
  world.rows(world.manifest('run_1')).map((rows) => [...new Set(rows.map(({ contactId }) => momentOf(contactId)))]);

it('puts people into chunks by the moment at which it is so late where they are, the earliest first', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(12));
  for (const n of upTo(12)) world.change(n, { fields: { zone: n < 5 ? 'America/New_York' : ' asia/seoul' } });

  await world.take(request);

  expect(world.rows(world.manifest('run_1')).map((rows) => rows.length)).toEqual([2, 4, 1, 4, 1]);
  const departures = [
    { firstChunk: 0, recipients: 7, notBefore: seoul },
    { firstChunk: 3, recipients: 5, notBefore: newYork },
  ];
  expect(world.manifest('run_1')?.departures).toEqual(departures);
  expect(world.announcements.taken).toMatchObject([{ recipients: 12, chunks: 5, departures }]);
});

it('mails those whose zone is not known when the one is meant that was named for them', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0, 1, 2, 3);
  world.change(1, { fields: { zone: '' } });
  world.change(2, { fields: { zone: 'GMT+9' } });
  world.change(3, { fields: { zone: 'Asia/Seoul' } });

  await world.take(request);

  expect(world.manifest('run_1')?.departures).toMatchObject([
    { recipients: 1, notBefore: seoul },
    { recipients: 3, notBefore: berlin },
  ]);
});

it.each(['constructor', '__proto__'])(
  'takes everybody by the zone that was named where nobody has a field %s',
  async (field) => {
    const world = snapshotWorld();
    await world.join('lst_1', 0);

    await world.take({ ...request, localTime: { ...localTime, field } });

    expect(world.manifest('run_1')?.departures).toMatchObject([{ recipients: 1, notBefore: berlin }]);
  },
);

it('asks contacts for their zone, and does not tell it', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0);
  world.change(0, { fields: { name: 'Ada', zone: 'Asia/Seoul' } });

  await world.take(request);

  const ada = { contactId: idOf(0), address: address(0), fields: { name: 'Ada' }, token: `token-${idOf(0)}` };
  expect(world.rows(world.manifest('run_1'))).toEqual([[ada]]);
});

it('tells the zone where the content names it', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0);
  world.change(0, { fields: { zone: 'Asia/Seoul' } });

  await world.take({ ...request, fields: ['zone'] });

  expect(world.rows(world.manifest('run_1')).flat()).toMatchObject([{ fields: { zone: 'Asia/Seoul' } }]);
});

it('begins with a short chunk though the earliest moment has none but full ones', async () => {
  const world = snapshotWorld();
  const ofOneShard = upTo(2_000).filter((n) => shardOf(idOf(n)) === 5);
  await world.join('lst_1', ...ofOneShard.slice(0, 8));

  await world.take(request);

  expect(world.rows(world.manifest('run_1')).map((rows) => rows.length)).toEqual([2, 4, 2]);
  expect(world.manifest('run_1')?.departures).toEqual([{ firstChunk: 0, recipients: 8, notBefore: berlin }]);
});

it('does not begin where nobody knows when those are to be mailed whose zone is not known', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0);

  await world.take({ ...request, localTime: { ...localTime, otherwise: 'Mars/Olympus' } });

  expect([world.announcements.failures, world.queue, world.manifest('run_1')]).toMatchObject([
    [{ code: 'zone_unknown', message: expect.stringContaining('"Mars/Olympus" is no time zone') }],
    [],
    undefined,
  ]);
});

it('takes what an attempt has fixed, however often it is asked for', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0);

  await world.requestSnapshot(request);
  await world.requestSnapshot({ ...request, localTime: undefined });

  expect(world.queue.map((part) => part.localTime)).toEqual(Array.from({ length: 32 }, () => localTime));
});

it('waits for the same clocks after it has waited for imports', async () => {
  const world = snapshotWorld();
  const progress = { status: 'parsing', attempt: 'a' } as const;
  const imported = { importId: 'imp_1', listId: 'lst_1', fileName: 'a.csv', columns: {}, correlationId: 'request-0' };
  await world.imports.add({ ...imported, requestedAt: '2026-11-21T09:59:00.000Z', replays: 0, progress, revision: 0 });

  await world.requestSnapshot(request);

  expect(world.later).toMatchObject([{ request: { localTime } }]);
});

it('loses nobody whose part was taken by somebody who knew nothing of clocks', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(40));
  await world.requestSnapshot(request);
  const parts = world.queue.splice(0);

  for (const part of parts.slice(1)) await world.takePart({ ...part, localTime: undefined });
  for (const part of [...parts.slice(0, 1), ...parts]) await world.takePart(part);

  expect(world.announcements.taken.at(0)).toMatchObject({ recipients: 40 });
  expect(world.manifest('run_1')?.departures).toMatchObject([{ recipients: 40, notBefore: berlin }]);
});

const ZONES = ['Asia/Seoul', 'europe/berlin ', 'America/New_York', 'Pacific/Kiritimati', 'ROK', 'Paris', '', undefined];
const zones = fc.array(fc.constantFrom(...ZONES), { maxLength: 90 });

it('has everybody exactly once, and nobody among people of another moment, whatever comes twice or dies', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        zones,
        sizes: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
        order: fc.array(fc.nat({ max: 15 }), { maxLength: 30 }),
      }),
      async ({ zones: theirs, sizes: [firstChunkSize, chunkSize], order }) => {
        const world = snapshotWorld();
        await world.join('lst_1', ...upTo(theirs.length));
        for (const [n, zone] of theirs.entries()) world.change(n, { fields: zone === undefined ? {} : { zone } });
        await world.requestSnapshot({ ...request, chunkSize, firstChunkSize });
        const parts = world.queue.splice(0);

        for (const n of order)
          await Promise.all([n, 15 - n].flatMap((shard) => parts[shard] ?? []).map(world.takePart));
        for (const part of parts) await world.takePart(part);

        const moments = new Map(theirs.map((zone, n) => [idOf(n), momentIn(zone?.trim() ?? '', at) ?? berlin]));
        const departures = departuresOf(world);
        const counts = world.rows(world.manifest('run_1')).map((rows) => rows.length);
        const ids = world.rows(world.manifest('run_1')).flatMap((rows) => rows.map(({ contactId }) => contactId));
        expect(ids.toSorted()).toEqual([...moments.keys()].toSorted());
        expect(momentsIn(world, (contactId) => moments.get(contactId))).toEqual(departures.map((each) => [each]));
        expect(departures).toEqual(departures.toSorted((one = '', other = '') => one.localeCompare(other)));
        expect(Math.max(0, ...counts.slice(1))).toBeLessThanOrEqual(chunkSize);
        expect(counts[0] ?? 0).toBeLessThanOrEqual(firstChunkSize);
        expect(world.manifest('run_1')?.departures?.reduce((sum, { recipients }) => sum + recipients, 0) ?? 0).toBe(
          ids.length,
        );
        const short = counts.filter((count, chunk) => chunk > 0 && count < chunkSize).length;
        expect(short).toBeLessThanOrEqual(new Set(departures).size);
      },
    ),
    { numRuns: 40 },
  );
});
