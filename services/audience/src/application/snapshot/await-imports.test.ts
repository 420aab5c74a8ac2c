import type { Import, Progress } from '../../domain/import.ts';
import { snapshotWorld } from '../../testing/snapshots.ts';
import { makeImportsUnderWay } from './imports-under-way.ts';
import type { SnapshotRequest } from './ports.ts';

const launched = Date.parse('2026-11-22T10:00:00.000Z');
const request: SnapshotRequest = {
  runId: 'run_1',
  attempt: 1,
  lists: ['lst_1', 'lst_2'],
  exclude: ['lst_3'],
  segments: [],
  excludeSegments: [],
  fields: [],
  chunkSize: 1_000,
  firstChunkSize: 100,
};
const tally = { rows: 1, accepted: 1, duplicates: 0, rejected: 0 };
const reading = { tally, chunks: 1, notes: [], rejectedRows: undefined };
const parsing: Progress = { status: 'parsing', attempt: 'a' };
const finished: Progress = { status: 'finished', attempt: 'a', reading };
const importOf = (given: Partial<Import>): Import => ({
  importId: 'imp_1',
  listId: 'lst_1',
  fileName: 'people.xlsx',
  columns: {},
  requestedAt: new Date(launched - 60_000).toISOString(),
  correlationId: 'request-0',
  replays: 0,
  progress: parsing,
  revision: 0,
  ...given,
});

const setUp = async (...imports: readonly Import[]) => {
  let now = launched;
  const world = snapshotWorld({ now: () => new Date(now) });
  for (const one of imports) await world.imports.add(one);
  return {
    ...world,
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
    come: async (importId: string, progress: Progress) => {
      const current = await world.imports.find(importId);
      if (current) await world.imports.save({ ...current, progress });
    },
  };
};

it('begins at once where nothing is imported', async () => {
  const world = await setUp(importOf({ progress: finished }), importOf({ importId: 'imp_2', listId: 'lst_9' }));

  expect(await world.requestSnapshot(request)).toEqual({ ok: true, value: 'begun' });
  expect([world.queue.length, world.later, world.announcements.waits]).toEqual([16, [], []]);
});

it.each(['segments', 'excludeSegments'])(
  'waits for an import into a list that a rule of its %s asks about',
  async (part) => {
    const world = await setUp(importOf({ listId: 'lst_vip' }));
    const rule = { combinator: 'and', rules: [{ field: 'list', operator: 'in', value: ['lst_vip'] }] } as const;
    const at = new Date(launched).toISOString();
    await world.segments.add({ segmentId: 'seg_1', name: 'VIPs', rule, createdAt: at, changedAt: at, version: 1 });

    expect(await world.requestSnapshot({ ...request, [part]: ['seg_1'] })).toEqual({ ok: true, value: 'waiting' });
    expect(world.later).toMatchObject([{ wait: { imports: ['imp_1'] } }]);
  },
);

it.each(['lst_1', 'lst_2', 'lst_3'])('waits for an import into %s, then begins, and says both', async (listId) => {
  const world = await setUp(importOf({ listId }));

  await world.requestSnapshot(request);
  await world.lookAgain();
  const before = world.queue.length;
  await world.come('imp_1', finished);
  await world.lookAgain();

  const waitsFor = 'Waits until the import of "people.xlsx" is finished: who is on the list by then is mailed.';
  expect(world.announcements.waits).toEqual([1, 2].map(() => ({ runId: 'run_1', attempt: 1, waitsFor })));
  expect([before, world.queue.length, world.later, world.announcements.progress]).toEqual([0, 16, [], [0]]);
});

it.each<Progress>([
  { status: 'failed', attempt: 'a', problem: { code: 'file_empty', message: 'Empty.' } },
  { status: 'cancelled', attempt: 'a' },
])('waits no longer when the import has ended as %j', async (progress) => {
  const world = await setUp(importOf({}));
  await world.requestSnapshot(request);

  await world.come('imp_1', progress);
  await world.lookAgain();

  expect([world.queue.length, world.later]).toEqual([16, []]);
});

it('waits for a file that has arrived and is not read yet, and for none that may never arrive', async () => {
  const progress: Progress = { status: 'awaiting_upload' };
  const requestedAt = new Date(launched - 3 * 3_600_000).toISOString();
  const expired = importOf({ importId: 'imp_3', fileName: 'old.csv', progress, requestedAt });
  const world = await setUp(
    importOf({ progress }),
    importOf({ importId: 'imp_2', fileName: 'new.csv', progress }),
    expired,
  );
  world.uploads.put('imp_2', 'email\na@example.com\n');
  world.uploads.put('imp_3', 'email\na@example.com\n');

  await world.requestSnapshot(request);

  expect(world.later.map(({ wait }) => wait.imports)).toEqual([['imp_2']]);
});

it('does not wait for imports that begin after it was asked for', async () => {
  const world = await setUp(importOf({}));
  await world.requestSnapshot(request);
  await world.imports.add(importOf({ importId: 'imp_2' }));

  await world.come('imp_1', finished);
  await world.lookAgain();

  expect([world.queue.length, world.later]).toEqual([16, []]);
});

it('gives up after an hour, and says which file and what to do', async () => {
  const world = await setUp(importOf({}));
  await world.requestSnapshot(request);
  world.pass(3_599);
  await world.lookAgain();
  const before = [...world.announcements.failures];

  world.pass(1);
  await world.lookAgain();

  const message =
    'The import of "people.xlsx" was still under way an hour after the run began. Wait until it is finished, or cancel it; then try the run again.';
  expect([before, world.later, world.queue]).toEqual([[], [], []]);
  expect(world.announcements.failures).toEqual([{ runId: 'run_1', attempt: 1, code: 'import_unfinished', message }]);
});

it('begins once when it was asked for twice', async () => {
  const world = await setUp(importOf({}));
  await world.join('lst_1', 1, 2, 3);
  await world.requestSnapshot(request);
  await world.requestSnapshot(request);
  await world.come('imp_1', finished);

  await world.lookAgain();
  for (const part of world.queue.splice(0)) await world.takePart(part);

  const recipients = world.rows(world.manifest('run_1')).flat();
  expect(new Set(recipients.map(({ contactId }) => contactId)).size).toBe(3);
  expect(recipients).toHaveLength(3);
});

it('looks through all imports into a list whose files are kept, page by page', async () => {
  const asked: (string | undefined)[] = [];
  const ages = [1, 30, 95, 96];
  const imports = {
    find: async () => undefined,
    page: async (_listId: string, { cursor }: { readonly cursor?: string | undefined }) => {
      asked.push(cursor);
      const n = Number(cursor ?? 0);
      const requestedAt = new Date(launched - (ages[n] ?? 0) * 86_400_000).toISOString();
      return { items: [importOf({ importId: `imp_${n}`, requestedAt })], cursor: String(n + 1) };
    },
  };
  const underWay = makeImportsUnderWay({
    imports,
    uploads: { find: async () => undefined },
    clock: { now: () => new Date(launched) },
  });

  const found = await underWay.into(['lst_1', 'lst_1']);

  expect(asked).toEqual([undefined, '1', '2']);
  expect(found.map(({ importId }) => importId)).toEqual(['imp_0', 'imp_1', 'imp_2']);
});
