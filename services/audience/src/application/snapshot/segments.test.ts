import fc from 'fast-check';

import type { Rule, RuleGroup } from '../../domain/segments/rule.ts';
import { address, idOf, snapshotWorld } from '../../testing/snapshots.ts';
import type { SnapshotRequest } from './ports.ts';

const at = '2026-11-21T10:00:00.000Z';
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
const rule = (field: string, operator: Rule['operator'], value: Rule['value'] = ''): RuleGroup => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});
const segment = (segmentId: string, group: RuleGroup, version = 1) => ({
  segmentId,
  name: `Segment ${segmentId}`,
  rule: group,
  createdAt: at,
  changedAt: at,
  version,
});
type World = ReturnType<typeof snapshotWorld>;

/** People 0 to 9, each as old as their number, on the first list. */
const worldOfAges = async (clock?: { now: () => Date }): Promise<World> => {
  const world = snapshotWorld(clock);
  await world.join('lst_1', ...upTo(10));
  for (const n of upTo(10)) world.change(n, { fields: { name: `Person ${n}`, age: String(n) } });
  return world;
};
const mailed = (world: World, runId = 'run_1') => {
  const addresses = new Set(
    world
      .rows(world.manifest(runId))
      .flat()
      .map((row) => row.address),
  );
  return upTo(20).filter((n) => addresses.has(address(n)));
};

it('takes who matches one of its segments and none of those that are left out, and counts the others', async () => {
  const world = await worldOfAges();
  await world.suppress(9, undefined, 'complaint');
  await world.segments.add(segment('seg_1', rule('age', '<', 3)));
  await world.segments.add(segment('seg_2', rule('age', '>=', 7)));
  await world.segments.add(segment('seg_3', rule('age', 'in', [1, 8])));

  await world.take({ ...request, segments: ['seg_1', 'seg_2'], excludeSegments: ['seg_3'] });

  expect(mailed(world)).toEqual([0, 2, 7]);
  expect(world.announcements.taken).toMatchObject([
    { recipients: 3, excluded: { unsubscribed: 0, suppressed: 1, leftOut: 6 } },
  ]);
});

it('shows nothing of what only its rules ask for', async () => {
  const world = await worldOfAges();
  await world.segments.add(segment('seg_1', rule('age', '=', 5)));

  await world.take({ ...request, segments: ['seg_1'] });

  expect(world.rows(world.manifest('run_1')).flat()).toMatchObject([{ fields: { name: 'Person 5' } }]);
  expect(Object.keys(world.rows(world.manifest('run_1')).flat()[0]?.fields ?? {})).toEqual(['name']);
});

it('tells by membership and engagement', async () => {
  const world = await worldOfAges();
  world.change(1, { lists: { lst_1: at, lst_2: at }, lastOpenedAt: '2026-11-10' });
  world.change(2, { lists: { lst_1: at, lst_2: at }, lastOpenedAt: '2026-01-10' });
  world.change(3, { lists: { lst_1: at }, lastOpenedAt: '2026-11-20' });
  const both = [rule('list', 'in', ['lst_2']), rule('lastOpenedAt', '>=', '30 days ago')];
  await world.segments.add(segment('seg_1', { combinator: 'and', rules: both }));

  await world.take({ ...request, segments: ['seg_1'] });

  expect(mailed(world)).toEqual([1]);
});

it('takes what was fixed when it was asked for, however its segments are edited while it is taken', async () => {
  const world = await worldOfAges();
  await world.segments.add(segment('seg_1', rule('age', '<', 5)));
  await world.requestSnapshot({ ...request, segments: ['seg_1'] });
  const [first, ...others] = world.queue.splice(0);
  if (first) await world.takePart(first);

  await world.segments.save(segment('seg_1', rule('age', '>', 5), 2));
  await world.requestSnapshot({ ...request, segments: ['seg_1'] });
  await world.segments.remove('seg_1', 2);
  await world.requestSnapshot({ ...request, segments: ['seg_1'] });
  for (const part of [...others, ...world.queue.splice(0)]) await world.takePart(part);

  expect(mailed(world)).toEqual([0, 1, 2, 3, 4]);
  expect(world.announcements.failures).toEqual([]);
});

it('looks at its segments again for the next attempt, unless a snapshot has been taken', async () => {
  const world = await worldOfAges();
  await world.segments.add(segment('seg_1', rule('age', '>', 50)));
  await world.take({ ...request, segments: ['seg_1'] });
  await world.segments.save(segment('seg_1', rule('age', '<', 2), 2));

  await world.take({ ...request, attempt: 2, segments: ['seg_1'] });
  await world.segments.save(segment('seg_1', rule('age', '<', 9), 3));
  await world.take({ ...request, attempt: 3, segments: ['seg_1'] });

  expect(new Set(world.announcements.failures.map(({ code }) => code))).toEqual(new Set(['nobody_selected']));
  expect([mailed(world), world.announcements.taken.length]).toEqual([[0, 1], 2]);
});

it('counts days from the instant it was asked for, not from when a part is taken', async () => {
  let now = new Date('2026-11-21T23:59:00.000Z');
  const world = await worldOfAges({ now: () => now });
  world.change(1, { lastOpenedAt: '2026-11-20' });
  await world.segments.add(segment('seg_1', rule('lastOpenedAt', '>=', 'yesterday')));
  await world.requestSnapshot({ ...request, segments: ['seg_1'] });

  now = new Date('2026-11-22T00:01:00.000Z');
  for (const part of world.queue.splice(0)) await world.takePart(part);

  expect(mailed(world)).toEqual([1]);
});

it('says that a segment is gone, or cannot be used any more, before it takes anything', async () => {
  const world = await worldOfAges();
  await world.segments.add(segment('seg_1', rule('shoe_size', '>', 40)));

  await world.take({ ...request, segments: ['seg_9'] });
  await world.take({ ...request, attempt: 2, excludeSegments: ['seg_9'] });
  await world.take({ ...request, attempt: 3, segments: ['seg_1'] });

  expect(world.announcements.failures.map(({ code }) => code)).toEqual([
    'segment_not_found',
    'segment_not_found',
    'segment_unusable',
  ]);
  expect(world.announcements.failures[2]?.message).toBe(
    'The segment "Segment seg_1" cannot be used: it asks about "shoe_size", which no contact has: check how it is spelled, or import it first. Change the segment, then try the run again.',
  );
});

it('does not take a part whose plan is gone for one without rules', async () => {
  const world = await worldOfAges();
  await world.segments.add(segment('seg_1', rule('age', '<', 5)));
  await world.requestSnapshot({ ...request, segments: ['seg_1'] });
  world.bucket.objects.delete('exchange/run_1/parts/1/plan.json');
  const [part] = world.queue;

  const taking = part && world.takePart(part);

  await expect(taking).rejects.toMatchObject({ code: 'plan_missing' });
});

it('gives the same snapshot for the same request, whoever asks twice and whatever comes twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        from: fc.nat({ max: 10 }),
        to: fc.nat({ max: 10 }),
        out: fc.nat({ max: 12 }),
        order: fc.array(fc.nat({ max: 15 }), { maxLength: 20 }),
        edits: fc.array(fc.nat({ max: 12 }), { maxLength: 3 }),
      }),
      async ({ from, to, out, order, edits }) => {
        const world = await worldOfAges();
        await world.segments.add(segment('seg_1', rule('age', 'between', [from, to])));
        await world.segments.add(segment('seg_2', rule('age', '=', out)));
        const asked = { ...request, segments: ['seg_1'], excludeSegments: ['seg_2'] };
        await world.requestSnapshot(asked);

        // Requests come again between edits, parts come twice and at the same time.
        for (const [n, age] of edits.entries()) {
          await world.segments.save(segment('seg_1', rule('age', '=', age), n + 2));
          await world.requestSnapshot(asked);
        }
        const parts = world.queue.splice(0);
        for (const n of order)
          await Promise.all([n, 15 - n].flatMap((shard) => parts[shard] ?? []).map(world.takePart));
        for (const part of parts) await world.takePart(part);
        const first = world.manifest('run_1');
        await world.take(asked);

        const wanted = upTo(10).filter((n) => n >= from && n <= to && n !== out);
        expect(mailed(world)).toEqual(wanted);
        expect(world.manifest('run_1')).toEqual(first);
        expect(new Set(world.announcements.taken.map((taken) => JSON.stringify(taken))).size).toBe(
          wanted.length > 0 ? 1 : 0,
        );
      },
    ),
    { numRuns: 30 },
  );
});

it('lets somebody be on another list by whom they are not mailed, and still asks by which they are', async () => {
  const world = await worldOfAges();
  await world.join('lst_2', 12);
  world.change(12, { fields: { age: '3' } });
  await world.segments.add(segment('seg_1', rule('age', '=', 3)));

  await world.take({ ...request, lists: ['lst_1', 'lst_2'], segments: ['seg_1'] });

  const rows = world.rows(world.manifest('run_1')).flat();
  expect(new Map(rows.map(({ contactId, listId }) => [contactId, listId]))).toEqual(
    new Map([
      [idOf(3), undefined],
      [idOf(12), 'lst_2'],
    ]),
  );
});
