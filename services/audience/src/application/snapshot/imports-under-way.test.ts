import { cause, givenImport, importWorld, list, people } from '../../testing/import-world.ts';
import { clockAt } from '../../testing/in-memory-platform.ts';
import { makeImportsUnderWay } from './imports-under-way.ts';

const setUp = () => {
  const world = importWorld();
  const underWay = makeImportsUnderWay({ ...world, clock: clockAt('2026-11-21T10:30:00Z') });
  const waitedFor = async () => (await underWay.into([list.listId])).map(({ importId }) => importId);
  return { ...world, waitedFor };
};

it('waits for several files only when all of them have arrived', async () => {
  const world = setUp();
  const importId = await givenImport(world, { files: ['a.csv', 'b.csv'] });

  world.uploads.put(importId, people(1), 1);
  const some = await world.waitedFor();
  world.uploads.put(importId, people(1), 2);
  const all = await world.waitedFor();

  expect([some, all]).toEqual([[], [importId]]);
});

it("waits for files that a person wants to look at only from that person's word on", async () => {
  const world = setUp();
  const importId = await givenImport(world, { files: ['a.csv'], start: 'when_confirmed' });

  world.uploads.put(importId, people(1), 1);
  const arrived = await world.waitedFor();
  await world.importFile(importId);
  const uploaded = await world.waitedFor();
  await world.startImport(importId, {}, cause);
  const confirmed = await world.waitedFor();

  expect([arrived, uploaded, confirmed]).toEqual([[], [], [importId]]);
});
