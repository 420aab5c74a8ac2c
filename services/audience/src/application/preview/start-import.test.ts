import {
  cause,
  givenImport,
  type ImportWorld,
  importWorld,
  list,
  people,
  reportOf,
} from '../../testing/import-world.ts';

const givenWaiting = async (world: ImportWorld, text = people(3)) => {
  const importId = await givenImport(world, { files: ['people.csv'], start: 'when_confirmed' });
  world.uploads.put(importId, text);
  expect(await world.importFile(importId, 1)).toEqual({ ok: true, value: 'uploaded' });
  return importId;
};

it('reads nothing before somebody has said the word', async () => {
  const world = importWorld();
  const importId = await givenWaiting(world);
  const waiting = await reportOf(world, importId);
  const sent = [...world.commands.sent];

  const started = await world.startImport(importId, {}, cause);
  const read = await world.importFile(world.words[0] ?? '', 0);

  expect([waiting.status, sent]).toEqual(['uploaded', []]);
  expect(world.words).toEqual([importId]);
  expect([started, read]).toEqual([
    { ok: true, value: undefined },
    { ok: true, value: 'writing' },
  ]);
});

it('leaves a file that has arrived alone, whatever says again that it has', async () => {
  const world = importWorld();
  const importId = await givenWaiting(world);

  const again = [await world.importFile(importId, 1), await world.importFile(importId, 1)];

  expect(again).toEqual([
    { ok: true, value: 'uploaded' },
    { ok: true, value: 'uploaded' },
  ]);
});

it('understands the columns as was said with the word, and remembers it for the list', async () => {
  const world = importWorld();
  const importId = await givenWaiting(world, 'Contact;Points\nada@example.com;1.234,5\n');
  const columns = { address: 'Contact', types: { Points: 'number' } } as const;

  await world.startImport(importId, { columns, format: { delimiter: ';' } }, cause);
  await world.importFile(importId, 0);
  await world.writeAll();

  expect([...world.contacts.all.values()].map(({ fields }) => fields)).toEqual([{ Points: '1234.5' }]);
  expect(await world.attributes.all()).toEqual([{ name: 'Points', type: 'number' }]);
  expect(await world.remembered.find(list.listId)).toEqual(columns);
});

it('can be said again as long as nobody has begun to read, and not after that', async () => {
  const world = importWorld();
  const importId = await givenWaiting(world);
  await world.startImport(importId, { columns: { address: 'Post' } }, cause);

  const again = await world.startImport(importId, { columns: { address: 'email' } }, cause);
  await world.importFile(importId, 0);
  const late = await world.startImport(importId, {}, cause);

  expect(again.ok).toBe(true);
  expect(await reportOf(world, importId)).toMatchObject({ status: 'writing', accepted: 3 });
  expect(late).toEqual({ ok: false, problem: { kind: 'import_not_waiting' } });
});

it('asks again about another file that took the place of the one that was looked at', async () => {
  const world = importWorld();
  const importId = await givenWaiting(world);
  await world.startImport(importId, {}, cause);
  world.uploads.put(importId, people(4));

  await world.importFile(importId, 0);

  expect((await reportOf(world, importId)).status).toBe('uploaded');
});

it('does not let a column have another type than its field has everywhere', async () => {
  const world = importWorld({ name: 'points', type: 'number' });
  const importId = await givenWaiting(world);

  expect(await world.startImport(importId, { columns: { types: { points: 'date' } } }, cause)).toEqual({
    ok: false,
    problem: { kind: 'attribute_type_differs', name: 'points', type: 'number', wanted: 'date' },
  });
  expect((await reportOf(world, importId)).status).toBe('uploaded');
});

it('starts nothing that is not there', async () => {
  const world = importWorld();
  const importId = await givenImport(world, { files: ['people.csv'], start: 'when_confirmed' });

  expect(await world.startImport('imp_9', {}, cause)).toMatchObject({ problem: { kind: 'import_not_found' } });
  expect(await world.startImport(importId, {}, cause)).toMatchObject({ problem: { kind: 'import_not_waiting' } });
});

it('goes on waiting when it is cancelled and a replay is asked for', async () => {
  const world = importWorld();
  const importId = await givenWaiting(world);

  await world.cancelImport(importId);
  const cancelled = await reportOf(world, importId);
  await world.replayImport(importId, { again: true });
  await world.importFile(importId, 1);

  expect(cancelled.status).toBe('cancelled');
  expect((await reportOf(world, importId)).status).toBe('uploaded');
});

it('takes the types that are declared everywhere, also where nothing is said of them', async () => {
  const world = importWorld({ name: 'points', type: 'number' });
  const importId = await givenImport(world, { files: ['people.csv'] });
  world.uploads.put(importId, 'email,points\nada@example.com,"1,234"\neve@example.com,many\n');

  await world.importFile(importId);

  expect(await reportOf(world, importId)).toMatchObject({ accepted: 1, rejected: 1 });
});

it('understands the next file into the list as the last one, also if its addresses stand under a usual header', async () => {
  const world = importWorld();
  await world.remembered.remember(list.listId, { address: 'Contact', fields: { plan: 'tariff' } }, '2026-11-01');
  const importId = await givenImport(world, { files: ['people.csv'] });
  world.uploads.put(importId, 'email,plan\nada@example.com,pro\n');

  await world.importFile(importId);
  await world.writeAll();

  expect([...world.contacts.all.values()].map(({ fields }) => fields)).toEqual([{ tariff: 'pro' }]);
});
