import fc from 'fast-check';

import { shardOf } from '../../domain/shard.ts';
import { address, idOf, snapshotWorld } from '../../testing/snapshots.ts';
import type { SnapshotRequest } from './ports.ts';

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
const peopleOf = (world: ReturnType<typeof snapshotWorld>, runId = 'run_1') => world.rows(world.manifest(runId)).flat();

it('freezes everybody on the list, in chunks of which only the first and the last are short', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(11));

  await world.take(request);

  expect(world.rows(world.manifest('run_1')).map((chunk) => chunk.length)).toEqual([2, 4, 4, 1]);
  expect(world.manifest('run_1')?.chunks.map(({ chunk, recipients }) => [chunk, recipients])).toEqual([
    [0, 2],
    [1, 4],
    [2, 4],
    [3, 1],
  ]);
});

it('puts a list that fills no chunk of any shard in the order of its ids', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(100));

  await world.take({ ...request, chunkSize: 1_000, firstChunkSize: 100 });

  const ids = peopleOf(world).map(({ contactId }) => contactId);
  expect(ids).toEqual(ids.toSorted());
  expect(ids).toHaveLength(100);
});

it('gives a recipient a token of its own', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0);

  await world.take(request);

  expect(peopleOf(world)).toEqual([
    { contactId: idOf(0), address: address(0), fields: { name: 'Person 0' }, token: `token-${idOf(0)}` },
  ]);
});

it('says by which import a recipient joined the list by which it is mailed', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0, 1, 2);
  await world.join('lst_2', 2, 3);
  await world.suppress(2, 'lst_1', 'unsubscribed');
  world.change(0, { joinedBy: { lst_1: 'imp_1', lst_2: 'imp_2' } });
  world.change(1, { joinedBy: { lst_1: 'frm_1' } });
  world.change(2, { joinedBy: { lst_1: 'imp_1', lst_2: 'imp_2' } });

  await world.take({ ...request, lists: ['lst_1', 'lst_2'] });

  const imports = new Map(peopleOf(world).map(({ contactId, importId }) => [contactId, importId]));
  expect([0, 1, 2, 3].map((n) => imports.get(idOf(n)))).toEqual(['imp_1', undefined, 'imp_2', undefined]);
});

it('leaves out who has left and who is suppressed, and counts them by reason', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(10));
  await world.suppress(1, 'lst_1', 'unsubscribed');
  await world.suppress(2, 'lst_2', 'unsubscribed');
  await world.suppress(3, undefined, 'unsubscribed');
  await world.suppress(4, undefined, 'hard_bounce');
  await world.suppress(5, undefined, 'complaint');
  await world.suppress(77, undefined, 'complaint');

  await world.take(request);

  const left = peopleOf(world).map((recipient) => recipient.address);
  expect(left.toSorted()).toEqual([0, 2, 6, 7, 8, 9].map(address));
  expect(world.announcements.taken).toMatchObject([{ recipients: 6, excluded: { unsubscribed: 2, suppressed: 2 } }]);
});

it('takes several lists as one, everybody once, without those of other lists', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0, 1, 2, 3);
  await world.join('lst_2', 2, 3, 4, 5);
  await world.join('lst_3', 1, 5);
  await world.suppress(2, 'lst_1', 'unsubscribed');
  await world.suppress(4, 'lst_2', 'unsubscribed');

  await world.take({ ...request, lists: ['lst_1', 'lst_2'], exclude: ['lst_3'] });

  expect(
    peopleOf(world)
      .map((recipient) => recipient.address)
      .toSorted(),
  ).toEqual([0, 2, 3].map(address));
  expect(world.announcements.taken).toMatchObject([{ recipients: 3, excluded: { unsubscribed: 1, leftOut: 2 } }]);
});

it('says by which list somebody is mailed who is not on the first, or has left it', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', 0, 1);
  await world.join('lst_2', 1, 2);
  await world.suppress(1, 'lst_1', 'unsubscribed');

  await world.take({ ...request, lists: ['lst_1', 'lst_2'] });

  const listOf = new Map(peopleOf(world).map((recipient) => [recipient.address, recipient.listId]));
  expect([0, 1, 2].map((n) => listOf.get(address(n)))).toEqual([undefined, 'lst_2', 'lst_2']);
  expect(world.manifest('run_1')?.lists?.map(({ listId }) => listId)).toEqual(['lst_1', 'lst_2']);
});

it('shows nothing of a snapshot before it is whole', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(60));
  await world.requestSnapshot(request);
  const [last, ...others] = world.queue;

  for (const part of others) await world.takePart(part);
  const before = [world.manifest('run_1'), [...world.announcements.taken]];
  if (last !== undefined) await world.takePart(last);

  expect(before).toEqual([undefined, []]);
  expect(peopleOf(world)).toHaveLength(60);
});

it('repeats its answer instead of taking a snapshot again', async () => {
  const world = snapshotWorld();
  await world.join('lst_1', ...upTo(5));
  await world.take(request);
  await world.suppress(1, undefined, 'complaint');

  await world.take(request);

  expect(world.announcements.taken[1]).toEqual(world.announcements.taken[0]);
  expect([world.announcements.taken.length, peopleOf(world).length]).toEqual([2, 5]);
});

it('says that a list is gone, whichever', async () => {
  const world = snapshotWorld();

  await world.take({ ...request, lists: ['lst_9'] });
  await world.take({ ...request, attempt: 2, exclude: ['lst_9'] });

  expect(world.announcements.failures).toMatchObject([
    { runId: 'run_1', attempt: 1, code: 'list_not_found' },
    { runId: 'run_1', attempt: 2, code: 'list_not_found' },
  ]);
  expect(world.queue).toEqual([]);
});

it('does not freeze a list that is empty or that everybody has left, and says what to do', async () => {
  const world = snapshotWorld();
  await world.take(request);
  await world.join('lst_1', 0, 1);
  await world.suppress(0, 'lst_1', 'unsubscribed');
  await world.suppress(1, undefined, 'complaint');

  await world.take({ ...request, attempt: 2 });

  const message =
    'Nobody on this list could be mailed when the run began: it is empty, still being imported, or everybody has left it. Try the run again when the list is ready.';
  expect(world.announcements.failures).toEqual(
    [1, 2].map((attempt) => ({ runId: 'run_1', attempt, code: 'nobody_to_mail', message })),
  );
  expect([world.announcements.taken, world.manifest('run_1')]).toEqual([[], undefined]);
});

it('looks at the list again for the next attempt after there was nobody, and not for the same', async () => {
  const world = snapshotWorld();
  await world.take(request);
  await world.join('lst_1', 0, 1, 2);

  await world.take(request);
  await world.take({ ...request, attempt: 2 });

  expect(new Set(world.announcements.failures.map(({ attempt }) => attempt))).toEqual(new Set([1]));
  expect(world.announcements.taken).toMatchObject([{ runId: 'run_1', recipients: 3 }]);
});

it('says from time to time that it is still alive, with what others have done', async () => {
  let minutes = 0;
  const world = snapshotWorld({
    now: () => {
      minutes += 1;
      return new Date(Date.parse('2026-11-21T10:00:00.000Z') + minutes * 60_000);
    },
  });
  await world.join('lst_1', ...upTo(6));

  await world.take(request);

  expect(world.announcements.progress).toEqual([1, 2, 3, 4, 5, 6]);
});

const numbers = fc.uniqueArray(fc.nat({ max: 90 }), { maxLength: 60 });

it('has everybody exactly once, whatever comes twice, dies, or changes meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        first: numbers,
        second: numbers,
        out: numbers,
        sizes: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
        order: fc.array(fc.nat({ max: 15 }), { maxLength: 30 }),
        leaver: fc.nat({ max: 90 }),
      }),
      async ({ first, second, out, sizes: [firstChunkSize, chunkSize], order, leaver }) => {
        const world = snapshotWorld();
        await world.join('lst_1', ...first);
        await world.join('lst_2', ...second);
        await world.join('lst_3', ...out);
        await world.requestSnapshot({
          ...request,
          lists: ['lst_1', 'lst_2'],
          exclude: ['lst_3'],
          chunkSize,
          firstChunkSize,
        });
        const parts = world.queue.splice(0);

        // Each pair is taken at the same time; some parts come twice, and all of them in the end.
        for (const n of order)
          await Promise.all([n, 15 - n].flatMap((shard) => parts[shard] ?? []).map(world.takePart));
        await world.suppress(leaver, undefined, 'complaint');
        for (const part of parts) await world.takePart(part);

        const chunks = world.rows(world.manifest('run_1'));
        const ids = chunks.flat().map(({ contactId }) => contactId);
        const wanted = [...new Set([...first, ...second])].filter((n) => !out.includes(n)).map(idOf);
        const certain = wanted.filter((contactId) => contactId !== idOf(leaver));
        expect(new Set(ids).size).toBe(ids.length);
        expect(wanted).toEqual(expect.arrayContaining(ids));
        expect(ids).toEqual(expect.arrayContaining(certain));
        expect(chunks.slice(1, -1).every((chunk) => chunk.length === chunkSize)).toBe(true);
        expect(chunks[0]?.length ?? 0).toBeLessThanOrEqual(firstChunkSize);
      },
    ),
    { numRuns: 40 },
  );
});

it('begins with a short chunk of the first shard as soon as that has as many', async () => {
  const world = snapshotWorld();
  const numbersOfFirst = upTo(200).filter((n) => shardOf(idOf(n)) === 0);
  await world.join('lst_1', ...upTo(200));

  await world.take({ ...request, firstChunkSize: numbersOfFirst.length });

  const [first] = world.rows(world.manifest('run_1'));
  expect(first?.map(({ contactId }) => contactId)).toEqual(numbersOfFirst.map(idOf).toSorted());
});
