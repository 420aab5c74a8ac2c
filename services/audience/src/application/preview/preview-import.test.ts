import { readBeginning } from '../../adapters/upload/read-beginning.ts';
import { BytesSource } from '../../testing/bytes-source.ts';
import { givenImport, type ImportWorld, importWorld, list, people } from '../../testing/import-world.ts';
import { makePreviewImport } from './preview-import.ts';

const TEXT = 'Contact,Points\nada@example.com,"1,234.5"\n';

const setUp = (texts: Readonly<Record<number, string>>) => {
  const world = importWorld({ name: 'Points', type: 'number' });
  const preview = makePreviewImport({
    ...world,
    readBeginning: ({ file = 1, fileName, format = {} }, _, request) =>
      readBeginning({ fileName, source: new BytesSource(Buffer.from(texts[file] ?? '')), format }, request),
  });
  return { world, preview };
};
const givenFiles = async (world: ImportWorld, texts: Readonly<Record<number, string>>) => {
  const importId = await givenImport(world, { files: ['a.csv', 'b.csv'], start: 'when_confirmed' });
  for (const [file, text] of Object.entries(texts)) world.uploads.put(importId, text, Number(file));
  return importId;
};

it('shows the beginning of a file as it would be imported, with what is remembered of the list', async () => {
  const { world, preview } = setUp({ 1: people(1), 2: TEXT });
  await world.remembered.remember(list.listId, { address: 'Contact' }, '2026-11-01T00:00:00.000Z');
  const importId = await givenFiles(world, { 1: people(1), 2: TEXT });

  const shown = await preview({ importId, file: 2 });

  expect(shown).toMatchObject({
    ok: true,
    value: {
      fileName: 'b.csv',
      beginning: { sheet: 'b.csv', encoding: 'utf-8', delimiter: ',' },
      columns: [{ holds: 'address' }, { field: 'Points', type: 'number', guess: { type: 'number' } }],
      rows: [{ row: 2, cells: ['ada@example.com', '1,234.5'] }],
      remembered: { address: 'Contact' },
    },
  });
});

it('follows what is asked of the text instead of what the import says', async () => {
  const { world, preview } = setUp({ 1: 'email;a,b\n' });
  const importId = await givenFiles(world, { 1: 'email;a,b\n' });

  const shown = await preview({ importId, file: 1, format: { delimiter: ';' } });

  expect(shown).toMatchObject({ value: { columns: [{ header: 'email' }, { header: 'a,b' }] } });
});

it('says why a file cannot be shown', async () => {
  const { world, preview } = setUp({ 1: 'PK\u0003\u0004', 2: '' });
  const importId = await givenFiles(world, { 1: 'PK\u0003\u0004', 2: '' });

  expect(await preview({ importId, file: 1 })).toMatchObject({
    problem: { kind: 'file_unreadable', because: { code: 'workbook_unreadable' } },
  });
  expect(await preview({ importId, file: 2 })).toMatchObject({ problem: { because: { code: 'file_empty' } } });
});

it('knows nothing of imports and files that there are not', async () => {
  const { world, preview } = setUp({});
  const importId = await givenFiles(world, {});

  expect(await preview({ importId: 'imp_9', file: 1 })).toMatchObject({ problem: { kind: 'import_not_found' } });
  expect(await preview({ importId, file: 2 })).toMatchObject({ problem: { kind: 'upload_not_found' } });
  expect(await preview({ importId, file: 3 })).toMatchObject({ problem: { kind: 'upload_not_found' } });
});
