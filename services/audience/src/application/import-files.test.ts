import fc from 'fast-check';
import writeWorkbook from 'write-excel-file/node';

import { contactIdOf } from '../adapters/contact-id.ts';
import { withHidden } from '../testing/hidden-sheets.ts';
import { givenImport, type ImportWorld, importWorld, list, people, reportOf } from '../testing/import-world.ts';

const FILES = ['a.csv', 'b.csv', 'c.csv'] as const;
const TEXTS = [
  people(1_500, 'First'),
  `email,name,plan\nperson.7@example.com,Second,pro\n${people(10).split('\n').slice(1, 3).join(',\n')},\n`,
  `Mail,plan\nnobody,x\nperson.7@example.com,free\nnew@example.com,pro\n`,
];
const COLUMNS = { types: { plan: 'text' } } as const;

const givenFiles = async (world: ImportWorld, texts: readonly string[] = TEXTS) => {
  const importId = await givenImport(world, { files: FILES, columns: COLUMNS });
  texts.forEach((text, n) => {
    world.uploads.put(importId, text, n + 1);
  });
  return importId;
};
const outcomeOf = async (world: ImportWorld, importId: string) => ({
  ...(await reportOf(world, importId)),
  added: (await world.getImport(importId))?.written.added,
  members: world.members.of(list.listId).toSorted(),
  rejected: [...world.files.rejected.values()],
  seven: world.contacts.all.get(contactIdOf('person.7@example.com'))?.fields,
});

it('begins with the last file that arrives, and says until then which have', async () => {
  const world = importWorld();
  const importId = await givenImport(world, { files: FILES });

  world.uploads.put(importId, people(1), 3);
  const first = await world.importFile(importId, 3);
  world.uploads.put(importId, people(1), 1);
  await world.importFile(importId, 1);
  const waiting = await world.getImport(importId);
  world.uploads.put(importId, people(1), 2);
  const last = await world.importFile(importId, 2);

  expect([first, last]).toMatchObject([{ value: 'files_missing' }, { value: 'writing' }]);
  expect(waiting?.request.progress).toEqual({ status: 'awaiting_upload', arrived: [1, 3] });
});

it('reads the files in their order as if they were one: nobody twice, the lowest row wins', async () => {
  const world = importWorld();
  const importId = await givenFiles(world);

  await world.importFile(importId, 3);
  await world.writeAll();

  expect(await outcomeOf(world, importId)).toMatchObject({
    status: 'finished',
    rows: 1_506,
    accepted: 1_501,
    duplicates: 4,
    rejected: [expect.stringContaining('c.csv,c.csv,2,Mail,nobody,The address has no @.')],
    written: 1_501,
    added: 1_501,
    seven: { name: 'Second', plan: 'free' },
  });
});

it('is read once although every file is announced', async () => {
  const world = importWorld();
  const importId = await givenFiles(world);

  const outcomes = await Promise.all([1, 2, 3].map((file) => world.importFile(importId, file)));

  const read = outcomes.map((one) => (one.ok ? one.value : one.problem.kind));
  expect(read.toSorted()).toEqual(['already_read', 'already_read', 'writing']);
  expect(world.commands.sent).toHaveLength(2);
});

it.each([
  ['an empty file', '', 'file_empty'],
  ['a file without addresses', 'name\nAda', 'address_column_missing'],
  ['a file without rows', 'email\n', 'rows_missing'],
  ['a file that is broken at its end', 'email\n"', 'text_unreadable'],
])('imports nobody if there is %s among the files, and names it', async (_, text, code) => {
  const world = importWorld();
  const importId = await givenFiles(world, [TEXTS[0] ?? '', text, TEXTS[2] ?? '']);

  await world.importFile(importId, 1);

  const problem = { code, file: 'b.csv', message: expect.stringMatching(/^"b\.csv": [A-Z].*\.$/) };
  expect((await world.getImport(importId))?.request.progress).toMatchObject({ status: 'failed', problem });
  expect(world.commands.sent).toEqual([]);
});

it('reads all files again when a replay is asked for, and comes to the same', async () => {
  const world = importWorld();
  const importId = await givenFiles(world);
  await world.importFile(importId, 2);
  await world.writeAll();
  const before = await outcomeOf(world, importId);

  await world.replayImport(importId, { again: true });
  await world.importFile(importId, 1);
  await world.writeAll();

  const { rejected, ...after } = await outcomeOf(world, importId);
  expect(after).toEqual({ ...before, rejected: undefined });
  expect(new Set(rejected).size).toBe(1);
});

it('does not replay what has not arrived', async () => {
  const world = importWorld();
  const importId = await givenImport(world, { files: FILES });
  world.uploads.put(importId, people(1), 1);

  expect(await world.replayImport(importId, { again: true })).toEqual({
    ok: false,
    problem: { kind: 'upload_not_found' },
  });
});

/** Has what a world does to its stores fail at some of its steps, before the step is done or after. */
const mortal = (world: ImportWorld, dies: (step: number) => 'before' | 'after' | undefined) => {
  let steps = 0;
  const mortally =
    <Args extends readonly unknown[], Value>(work: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      steps += 1;
      const death = dies(steps);
      if (death === 'before') throw new Error('killed');
      const value = await work(...args);
      if (death === 'after') throw new Error('killed');
      return value;
    };
  const { imports, files, commands, writtenChunks, contacts, members, remembered } = world;
  imports.save = mortally(imports.save.bind(imports));
  files.writeChunk = mortally(files.writeChunk.bind(files));
  commands.write = mortally(commands.write.bind(commands));
  remembered.remember = mortally(remembered.remember.bind(remembered));
  writtenChunks.record = mortally(writtenChunks.record.bind(writtenChunks));
  contacts.save = mortally(contacts.save.bind(contacts));
  members.add = mortally(members.add.bind(members));
};

/** Delivers messages as a queue does: what was not handled comes again, later. */
const deliverAll = async (messages: readonly (() => Promise<unknown>)[]) => {
  const waiting = [...messages];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const again = next;
    await next().catch(() => waiting.push(again));
  }
};

it('ends in the same state with exact counts, wherever the readers and the writers are killed', async () => {
  const undisturbed = importWorld();
  const id = await givenFiles(undisturbed);
  await undisturbed.importFile(id, 1);
  await undisturbed.writeAll();
  const expected = await outcomeOf(undisturbed, id);
  const death = fc.constantFrom('before' as const, 'after' as const);

  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([1, 2, 3, 1, 2, 3], { minLength: 6 }),
      fc.tuple(fc.integer({ min: 1, max: 8 }), death),
      fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), death),
      async (arrivals, [readerDies, how], writersDie) => {
        const world = importWorld();
        const importId = await givenFiles(world);
        let hasRead = false;
        let read = 0;
        mortal(world, (step) => {
          if (hasRead) return writersDie[step - read];
          read = step;
          return step === readerDies ? how : undefined;
        });

        await deliverAll(arrivals.map((file) => () => world.importFile(importId, file)));
        hasRead = true;
        await deliverAll(world.commands.sent.map((_, n) => () => world.deliver(n)));

        expect(await outcomeOf(world, importId)).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

const workbook = (...sheets: readonly (readonly [string, readonly string[]])[]) =>
  writeWorkbook(sheets.map(([sheet, cells]) => ({ sheet, data: cells.map((value) => [{ value }]) }))).toBuffer();

const givenWorkbooks = async (world: ImportWorld, sheets: readonly string[]) => {
  const importId = await givenImport(world, { files: ['a.xlsx', 'b.xlsx', 'c.csv'], sheets });
  world.uploads.put(importId, await workbook(['2025', ['email', 'old@b.kr']], ['2026', ['email', 'ada@b.kr']]), 1);
  world.uploads.put(importId, await workbook(['Members', ['email', 'eve@b.kr']], ['Notes', ['milk']]), 2);
  world.uploads.put(importId, 'email\nkim@b.kr', 3);
  await world.importFile(importId, 3);
  await world.writeAll();
  return importId;
};

it('imports nobody from a sheet that people do not see, unless somebody names it, and says so', async () => {
  const bytes = withHidden(await workbook(['2025', ['email', 'old@b.kr']], ['2026', ['email', 'ada@b.kr']]), ['2025']);
  const importedWith = async (sheets?: readonly string[]) => {
    const world = importWorld();
    const importId = await givenImport(world, { files: ['a.xlsx'], ...(sheets && { sheets }) });
    world.uploads.put(importId, bytes, 1);
    await world.importFile(importId);
    await world.writeAll();
    const progress = (await world.getImport(importId))?.request.progress;
    const notes = progress?.status === 'finished' ? progress.reading.notes : undefined;
    return { members: [...world.contacts.all.values()].map(({ address }) => address), notes };
  };

  expect(await importedWith()).toEqual({
    members: ['ada@b.kr'],
    notes: ['The sheet "2025" was left out: it is hidden.'],
  });
  expect(await importedWith(['2025'])).toEqual({ members: ['old@b.kr'], notes: [] });
});

it('reads the sheets that were chosen, and every text file', async () => {
  const world = importWorld();

  await givenWorkbooks(world, ['2026', 'Members']);

  expect(world.members.of(list.listId).toSorted()).toEqual(
    ['ada@b.kr', 'eve@b.kr', 'kim@b.kr'].map(contactIdOf).toSorted(),
  );
});

it.each([
  ['a workbook has none of the sheets', ['2026'], '"b.xlsx": There is no sheet named "2026".'],
  ['a sheet is nowhere', ['2026', 'Members', 'Staff'], 'There is no sheet named "Staff".'],
])('imports nobody if %s', async (_, sheets, message) => {
  const world = importWorld();

  const importId = await givenWorkbooks(world, sheets);

  expect((await world.getImport(importId))?.request.progress).toMatchObject({
    status: 'failed',
    problem: { code: 'sheet_missing', message: expect.stringContaining(message) },
  });
});
