import { compileCondition } from '../../adapters/compile-condition.ts';
import { InMemoryAttributes } from '../../testing/in-memory-attributes.ts';
import { address, idOf, snapshotWorld } from '../../testing/snapshots.ts';
import { makePreviewAudience, type PreviewRequest } from './preview-audience.ts';

const at = '2026-11-21T10:00:00.000Z';
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
const older = (than: number) =>
  ({ combinator: 'and', rules: [{ field: 'age', operator: '>=', value: than }] }) as const;
const request: PreviewRequest = { lists: ['lst_1'], exclude: [], segments: [], excludeSegments: [] };

/** People as old as their number, those from 100 on as old as the last two digits. */
const setUp = async (people: number, lengths: Readonly<Record<string, number>> = {}) => {
  const world = snapshotWorld();
  const read: string[] = [];
  const { members } = world.readers.readers;
  await world.join('lst_1', ...upTo(people));
  for (const n of upTo(people)) world.change(n, { fields: { name: `Person ${n}`, age: String(n % 100) } });
  const preview = makePreviewAudience({
    ...world.readers,
    readers: {
      ...world.readers.readers,
      members: {
        among: (listId, ids) => members.among(listId, ids),
        inShard: (listId, shard, after) => {
          read.push(listId);
          return members.inShard(listId, shard, after);
        },
      },
    },
    counts: {
      of: async (listId) => ({ members: lengths[listId] ?? people, unsubscribed: 0, mark: '', corrections: 0 }),
    },
    segments: world.segments,
    fields: new InMemoryAttributes({ name: 'age', type: 'number' }),
    contacts: world.people,
    compile: compileCondition,
    clock: { now: () => new Date(at) },
  });
  return { world, preview, read };
};

it('counts who would be mailed now, and shows ten of them', async () => {
  const { world, preview } = await setUp(40);
  await world.suppress(39, 'lst_1', 'unsubscribed');
  await world.join('lst_2', 0, 1, 38);

  const outcome = await preview({ ...request, exclude: ['lst_2'], rule: older(20) });

  expect(outcome).toMatchObject({ ok: true, value: { count: 18, isExact: true, read: 40 } });
  const sample = outcome.ok ? outcome.value.sample : [];
  expect(sample.map(({ contactId }) => contactId)).toEqual(upTo(38).slice(20).map(idOf).toSorted().slice(0, 10));
});

it('counts by segments that are kept, beside a rule that is not', async () => {
  const { world, preview } = await setUp(40);
  const kept = { name: 'Segment', createdAt: at, changedAt: at, version: 1 };
  await world.segments.add({ ...kept, segmentId: 'seg_1', rule: older(35) });
  await world.segments.add({ ...kept, segmentId: 'seg_2', rule: { ...older(5), not: true } });
  await world.segments.add({ ...kept, segmentId: 'seg_3', rule: older(38) });

  const outcomes = [
    await preview({ ...request, segments: ['seg_1', 'seg_2'], excludeSegments: ['seg_3'] }),
    await preview({ ...request, rule: older(30), segments: ['seg_2'] }),
    await preview({ ...request, excludeSegments: ['seg_2'] }),
  ];

  expect(outcomes.map((each) => each.ok && each.value.count)).toEqual([8, 15, 35]);
});

it('says that a list or a segment does not exist, or that a rule cannot be used', async () => {
  const { world, preview } = await setUp(1);
  const unknown = { combinator: 'and', rules: [{ field: 'shoes', operator: 'null' }] } as const;
  await world.segments.add({
    segmentId: 'seg_1',
    name: 'Segment',
    rule: unknown,
    createdAt: at,
    changedAt: at,
    version: 1,
  });

  const outcomes = [
    await preview({ ...request, lists: ['lst_9'] }),
    await preview({ ...request, segments: ['seg_9'] }),
    await preview({ ...request, rule: unknown }),
    await preview({ ...request, segments: ['seg_1'] }),
  ];

  expect(outcomes.map((each) => each.ok || each.problem.kind)).toEqual([
    'list_not_found',
    'segment_not_found',
    'rule_refused',
    'rule_refused',
  ]);
});

it('reckons from a fair part of a list that is too long to be read while somebody waits, and says so', async () => {
  const { preview } = await setUp(33_000);

  const outcome = await preview({ ...request, rule: older(50) });

  const { count, isExact, read } = outcome.ok ? outcome.value : { count: 0, isExact: true, read: 0 };
  expect([isExact, read]).toEqual([false, 30_000]);
  expect(count).toBeGreaterThan(15_700);
  expect(count).toBeLessThan(17_300);
});

it('shows nobody twice', async () => {
  const { world, preview } = await setUp(3);
  await world.join('lst_2', 0, 1);

  const outcome = await preview({ ...request, lists: ['lst_1', 'lst_2'] });

  const addresses = outcome.ok ? outcome.value.sample.map((each) => each.address) : [];
  expect(addresses.toSorted()).toEqual(upTo(3).map(address));
});

it('does not read ten million members to leave them out of forty', async () => {
  const { world, preview, read } = await setUp(40, { lst_2: 10_000_000 });
  await world.join('lst_2', 0, 1, 38);

  const outcome = await preview({ ...request, exclude: ['lst_2'] });

  expect(outcome).toMatchObject({ ok: true, value: { count: 37, isExact: true, read: 40 } });
  expect(new Set(read)).toEqual(new Set(['lst_1']));
});

it('tells of how many people a field says nothing, among those who would be mailed', async () => {
  const { world, preview } = await setUp(40);
  for (const n of upTo(10)) world.change(n, { fields: { age: String(n), city: n < 4 ? ' ' : 'Seoul' } });
  await world.suppress(0, 'lst_1', 'unsubscribed');

  const rule = { combinator: 'and', rules: [{ field: 'age', operator: '<', value: 20 }] };
  const outcome = await preview({ ...request, rule, values: { fields: ['city', 'age', 'shoes'] } });

  expect(outcome).toMatchObject({ value: { count: 19, values: { missing: { city: 13, age: 0, shoes: 19 } } } });
});

it('tells in which time zones people are', async () => {
  const { world, preview } = await setUp(7);
  const zones = ['Asia/Seoul', 'europe/paris', ' asia/seoul', '', 'GMT+9', 'Europe/Paris', 'asia/Seoul'];
  for (const [n, zone] of zones.entries()) world.change(n, { fields: { zone } });

  const outcome = await preview({ ...request, values: { fields: [], zoneField: 'zone' } });

  const known = [
    { zone: 'Asia/Seoul', recipients: 3 },
    { zone: 'Europe/Paris', recipients: 2 },
  ];
  expect(outcome.ok && outcome.value.values).toEqual({ timeZones: { zones: known, unknown: 2 } });
});

it('reckons what fields hold as it reckons how many they are', async () => {
  const { preview } = await setUp(33_000);

  const outcome = await preview({ ...request, values: { fields: ['age', 'city'], zoneField: 'age' } });

  const { count, values } = outcome.ok ? outcome.value : { count: 0, values: {} };
  expect(count).toBeGreaterThan(31_000);
  expect(values).toEqual({ missing: { age: 0, city: count }, timeZones: { zones: [], unknown: count } });
});

it('counts nobody who was erased, though a file has brought them again', async () => {
  const { world, preview } = await setUp(40);
  await world.erasures.add(idOf(7));

  expect(await preview(request)).toMatchObject({ ok: true, value: { count: 39, read: 40 } });
});
