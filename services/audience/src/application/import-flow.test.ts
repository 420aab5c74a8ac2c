import fc from 'fast-check';

import { contactIdOf } from '../adapters/contact-id.ts';
import {
  cause,
  givenImport,
  type ImportWorld,
  list,
  people,
  reportOf,
  importWorld as setUp,
} from '../testing/import-world.ts';

const givenUpload = async (world: ImportWorld, text: string, fileName = 'people.csv') => {
  const importId = await givenImport(world, { files: [fileName] });
  world.uploads.put(importId, text);
  return importId;
};

it('brings the contacts of a file onto a list, a thousand at a time', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(2_300));

  await world.importFile(importId);
  const whileWriting = await reportOf(world, importId);
  await world.writeAll();

  expect(world.commands.sent.map(({ contacts }) => contacts)).toEqual([1_000, 1_000, 300]);
  expect(whileWriting).toMatchObject({ status: 'writing', accepted: 2_300, written: 0 });
  expect(await reportOf(world, importId)).toMatchObject({ status: 'finished', accepted: 2_300, written: 2_300 });
  expect(world.members.of(list.listId)).toHaveLength(2_300);
});

it('carries the correlation id of the request to the writers', async () => {
  const world = setUp();

  await world.importFile(await givenUpload(world, people(1)));

  expect(world.commands.causes).toEqual([cause]);
});

it('counts right however often and in whatever order the messages come', async () => {
  const text = people(3_500);

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 3 }), { maxLength: 12 }),
      fc.boolean(),
      async (deliveries, isAnnouncedTwice) => {
        const world = setUp();
        const importId = await givenUpload(world, text);
        await world.importFile(importId);
        if (isAnnouncedTwice) await world.importFile(importId);

        for (const n of deliveries) await world.deliver(n);

        const different = new Set(deliveries).size;
        const written = [...new Set(deliveries)].reduce((sum, n) => sum + (n === 3 ? 500 : 1_000), 0);
        expect(await reportOf(world, importId)).toMatchObject({
          status: different === 4 ? 'finished' : 'writing',
          written,
        });
      },
    ),
    { numRuns: 20 },
  );
});

it('finishes a file of which nothing can be used, and says why in a file', async () => {
  const world = setUp();
  const importId = await givenUpload(world, 'email\nnobody\n');

  await world.importFile(importId);

  expect(await reportOf(world, importId)).toMatchObject({ status: 'finished', rejected: 1, written: 0 });
  expect((await world.getImport(importId))?.rejectedRowsUrl).toMatch(/people-rejected-rows\.csv$/);
  expect([...world.files.rejected.values()][0]).toContain('people.csv,2,email,nobody,The address has no @.');
});

it('finishes when the upload is announced again after the reader died with everything written', async () => {
  const world = setUp();
  const importId = await givenUpload(world, 'email\nnobody\n');
  world.writtenChunks.sum = () => Promise.reject(new Error('died'));
  await expect(world.importFile(importId)).rejects.toThrow('died');
  Reflect.deleteProperty(world.writtenChunks, 'sum');

  expect(await world.importFile(importId)).toEqual({ ok: true, value: 'finished' });
  expect(await reportOf(world, importId)).toMatchObject({ status: 'finished', rejected: 1 });
});

it('loses nobody when a replay dies before it is announced', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(10));
  await world.importFile(importId);
  world.uploads.announceAgain = () => Promise.reject(new Error('died'));

  await expect(world.replayImport(importId, { again: true })).rejects.toThrow('died');
  await world.writeAll();

  expect(await reportOf(world, importId)).toMatchObject({ status: 'finished', written: 10 });
});

it('reads a file that was never read when a replay is asked for', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(10));

  await world.replayImport(importId, { again: true });
  await world.importFile(importId);

  expect(world.commands.sent).toMatchObject([{ attempt: expect.stringMatching(/-1$/), contacts: 10 }]);
});

it('writes nothing anew when a file is replayed, and comes to the same figures', async () => {
  const world = setUp();
  const importId = await givenUpload(world, `${people(1_200)}\nPERSON.7@example.com,Seven\nnobody,x\n`);
  await world.importFile(importId);
  await world.writeAll();
  const before = await reportOf(world, importId);
  const { writes } = world.contacts;

  await world.replayImport(importId, { again: true });
  const asked = await reportOf(world, importId);
  await world.importFile(importId);
  await world.writeAll();

  expect(asked.status).toBe('parsing');
  expect(await reportOf(world, importId)).toEqual(before);
  expect(before).toMatchObject({ rows: 1_202, accepted: 1_200, duplicates: 1, rejected: 1, written: 1_200 });
  expect(world.contacts.writes).toBe(writes);
});

it('reads a finished import once more only if somebody insists', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(10));
  await world.importFile(importId);
  await world.writeAll();

  const refused = await world.replayImport(importId);
  const before = await reportOf(world, importId);
  const insisted = await world.replayImport(importId, { again: true });

  expect([refused, before.status]).toEqual([{ ok: false, problem: { kind: 'import_finished' } }, 'finished']);
  expect([insisted.ok, (await reportOf(world, importId)).status]).toEqual([true, 'parsing']);
});

it('lets a replay of an old file bring no old names back', async () => {
  const world = setUp();
  const old = await givenUpload(world, people(3, 'Old'));
  await world.importFile(old);
  await world.writeAll();
  const contactId = contactIdOf('person.1@example.com');
  const known = world.contacts.all.get(contactId);
  if (known)
    world.contacts.all.set(contactId, { ...known, fields: { name: 'New' }, saidAt: '2026-12-01T00:00:00.000Z' });

  await world.replayImport(old, { again: true });
  await world.importFile(old);
  await world.writeAll();

  expect(world.contacts.all.get(contactId)?.fields).toEqual({ name: 'New' });
});

it('fails with a sentence, keeps the file, and reads it again when asked', async () => {
  const world = setUp();
  const importId = await givenUpload(world, '', 'people.xlsx');
  await world.importFile(importId);
  const first = await world.getImport(importId);

  await world.replayImport(importId, { again: true });
  await world.importFile(importId);

  expect(first?.request.progress).toMatchObject({ status: 'failed', problem: { code: 'file_empty' } });
  expect((await world.getImport(importId))?.request.progress).toMatchObject({
    status: 'failed',
    problem: { code: 'file_empty' },
  });
});

it('gives up a file that two readers have not survived, with a sentence, and reads it again when asked', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(10));
  const { open } = world.uploads;
  world.uploads.open = () => Promise.reject(new Error('out of memory'));
  await expect(world.importFile(importId)).rejects.toThrow('out of memory');
  await expect(world.importFile(importId)).rejects.toThrow('out of memory');
  world.uploads.open = open;

  await world.importFile(importId);
  const givenUp = await world.getImport(importId);
  await world.replayImport(importId, { again: true });
  await world.importFile(importId);

  expect(givenUp?.request.progress).toMatchObject({
    status: 'failed',
    problem: { code: 'reading_failed', message: expect.stringContaining('into several') },
  });
  expect(await reportOf(world, importId)).toMatchObject({ status: 'writing', accepted: 10 });
});

it('imports nothing of a file that turns out to be broken at its end', async () => {
  const world = setUp();
  const importId = await givenUpload(world, `${people(2_500)}\n"`);

  await world.importFile(importId);

  expect(world.commands.sent).toEqual([]);
  expect(await reportOf(world, importId)).toMatchObject({ status: 'failed', written: 0 });
});

it('tells while it reads how far it is', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(20_000));
  const writeChunk = world.files.writeChunk.bind(world.files);
  let seen: unknown;
  world.files.writeChunk = async (...chunk) => {
    seen = (await world.getImport(importId)) ?? seen;
    return writeChunk(...chunk);
  };

  await world.importFile(importId);

  expect(seen).toMatchObject({
    request: { progress: { status: 'parsing', soFar: { tally: { rejected: 0, duplicates: 0 } } } },
    pace: { perSecond: expect.any(Number), remainingSeconds: expect.any(Number) },
  });
});

it('stops reading and writing when it is cancelled, and starts over when a replay is asked for', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(20_000));
  const writeChunk = world.files.writeChunk.bind(world.files);
  world.files.writeChunk = async (...chunk) => {
    await world.cancelImport(importId);
    return writeChunk(...chunk);
  };

  const stopped = await world.importFile(importId);
  const announcedAgain = await world.importFile(importId);
  const cancelled = await reportOf(world, importId);
  world.files.writeChunk = writeChunk;
  await world.replayImport(importId, { again: true });
  await world.importFile(importId);
  await world.writeAll();

  expect([stopped, announcedAgain]).toMatchObject([{ value: 'stopped' }, { value: 'already_read' }]);
  expect(cancelled.status).toBe('cancelled');
  expect(await reportOf(world, importId)).toMatchObject({ status: 'finished', written: 20_000 });
});

it('writes no more chunks of an import that is cancelled, and says how many it has written', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(2_500));
  await world.importFile(importId);
  await world.deliver(1);

  expect(await world.cancelImport(importId)).toEqual({ ok: true, value: undefined });
  expect(await world.deliver(0)).toEqual({ ok: true, value: 'outdated' });
  expect(await reportOf(world, importId)).toMatchObject({ status: 'cancelled', accepted: 2_500, written: 1_000 });
});

it('does not cancel what is over', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(1));
  await world.importFile(importId);
  await world.writeAll();

  expect(await world.cancelImport(importId)).toEqual({ ok: false, problem: { kind: 'import_over' } });
  expect(await world.cancelImport('imp_9')).toEqual({ ok: false, problem: { kind: 'import_not_found' } });
});

it('lets the lowest row about a contact win, in whatever order the chunks are written', async () => {
  const world = setUp();
  const text = `email,name,city\nada@example.com,Ada,London\n${people(1_500).split('\n').slice(1).join(',\n')},\nada@example.com,Ada L.,\n`;
  await world.importFile(await givenUpload(world, text));

  for (const n of [1, 0, 1]) await world.deliver(n);

  expect(world.contacts.all.get(contactIdOf('ada@example.com'))?.fields).toEqual({ name: 'Ada L.', city: 'London' });
});

it('says whom it has put on the list and who was there before', async () => {
  const world = setUp();
  await world.importFile(await givenUpload(world, people(1_200)));
  await world.writeAll();
  const importId = await givenUpload(world, people(1_300, 'Somebody'));
  await world.importFile(importId);

  await world.writeAll();
  await world.writeAll();

  expect((await world.getImport(importId))?.written).toMatchObject({ contacts: 1_300, added: 100 });
});

it('ignores chunks of a reading that has been replaced', async () => {
  const world = setUp();
  const importId = await givenUpload(world, people(10));
  await world.importFile(importId);
  world.uploads.put(importId, people(20));
  await world.importFile(importId);

  expect(await world.deliver(0)).toEqual({ ok: true, value: 'outdated' });
  expect(await world.deliver(1)).toEqual({ ok: true, value: 'finished' });
});

it('knows nothing of uploads that nobody asked for', async () => {
  const world = setUp();
  world.uploads.put('imp_strange', people(1));

  expect(await world.importFile('imp_strange')).toEqual({ ok: false, problem: { kind: 'import_not_found' } });
  expect(await world.importFile(await givenImport(world, { files: ['people.csv'] }))).toEqual({
    ok: false,
    problem: { kind: 'upload_not_found' },
  });
  expect(await world.deliver(0)).toEqual({ ok: false, problem: { kind: 'import_not_found' } });
});

it('makes no import into a list that does not exist', async () => {
  const { requestImport } = setUp();

  expect(await requestImport({ listId: 'lst_9', files: ['people.csv'] }, cause)).toEqual({
    ok: false,
    problem: { kind: 'list_not_found' },
  });
});
