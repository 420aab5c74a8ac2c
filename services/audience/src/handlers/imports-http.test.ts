import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import type { Import } from '../domain/import.ts';
import { refuse, succeed } from '../domain/result.ts';
import { clockAt } from '../testing/in-memory-platform.ts';
import { cancelImport } from './cancel-import.ts';
import { getImport } from './get-import.ts';
import { listImports } from './list-imports.ts';
import { replayImport } from './replay-import.ts';
import { requestImport } from './request-import.ts';
import { startImport } from './start-import.ts';

const edge = recordingEdge();
const at = '2026-11-21T10:00:00.000Z';
const post = (route: string, body?: unknown, path?: Record<string, string>) =>
  httpEvent({ route: `POST /api/audience${route}`, body, ...(path && { path }) });
const get = (route: string, path?: Record<string, string>, query?: Record<string, string>) =>
  httpEvent({ route: `GET /api/audience${route}`, ...(path && { path }), ...(query && { query }) });
const bodyOf = (answer: { readonly body?: string | undefined }) => JSON.parse(answer.body ?? 'null');

describe('imports', () => {
  const permit = { url: 'https://uploads.test/x', method: 'PUT', headers: {} } as const;
  const request = requestImport(
    async ({ listId, files }) =>
      listId === 'lst_1'
        ? succeed({ importId: 'imp_1', permits: [permit, ...files.slice(1).map(() => permit)] })
        : refuse({ kind: 'list_not_found' }),
    edge,
  );
  const tally = { rows: 4, accepted: 2, duplicates: 1, rejected: 1 };
  const reading = { tally, chunks: 1, notes: ['The sheet "Notes" was left out.'], rejectedRows: 'key' };
  const imported: Import = {
    importId: 'imp_1',
    listId: 'lst_1',
    fileName: 'people.csv',
    columns: {},
    requestedAt: at,
    correlationId: 'request-1',
    replays: 0,
    progress: { status: 'writing', attempt: 'a-0', reading },
    revision: 3,
  };

  it('begin with an address to upload to', async () => {
    const answer = await request(
      post('/imports', { listId: 'lst_1', fileName: 'people.xlsx', size: 10 }),
      lambdaContext,
    );

    expect([answer.statusCode, bodyOf(answer)]).toEqual([201, { importId: 'imp_1', upload: permit }]);
  });

  it('begin with an address for each file, in their order', async () => {
    const files = [{ fileName: 'b.xlsx', size: 3 }, { fileName: 'a.csv' }];
    const answer = await request(post('/imports', { listId: 'lst_1', files }), lambdaContext);

    expect([answer.statusCode, bodyOf(answer)]).toEqual([
      201,
      {
        importId: 'imp_1',
        upload: permit,
        uploads: [
          { file: 'b.xlsx', upload: permit },
          { file: 'a.csv', upload: permit },
        ],
      },
    ]);
  });

  const manyFields = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`${n} ${'x'.repeat(100)}`, null]));
  const gigabytes = (size: number) => ({ fileName: `${size}.csv`, size: size * 2 ** 30 });

  it.each([
    [{ listId: 'lst_1', files: [] }, 400],
    [{ listId: 'lst_1', files: [{ fileName: 'a.csv' }, { fileName: 'a.csv' }] }, 400],
    [{ listId: 'lst_1', files: Array.from({ length: 21 }, (_, n) => ({ fileName: `${n}.csv` })) }, 400],
    [{ listId: 'lst_1', fileName: 'a.csv', files: [{ fileName: 'b.csv' }] }, 400],
    [{ listId: 'lst_1', files: [gigabytes(2), gigabytes(1), gigabytes(1.5)] }, 413],
    [{ listId: 'lst_1', fileName: 'a.csv', begin: 'when_confirmed' }, 400],
    [{ listId: 'lst_1', fileName: 'a.csv', columns: { adress: 'Mail' } }, 400],
    [{ listId: 'lst_1', fileName: 'people\u202Exslx.exe' }, 400],
    [{ listId: 'lst_1', fileName: 'two\nlines.csv' }, 400],
    [{ listId: 'lst_1', fileName: 'a.csv', columns: { types: { age: 'integer' } } }, 400],
    [{ listId: 'lst_1', fileName: 'a.csv', columns: { types: { age: 'number' }, decimal: ',' } }, 201],
    [{ listId: 'lst_1', fileName: 'a.csv', columns: { fields: manyFields } }, 400],
    [{ listId: 'lst_1', fileName: 'a.csv', sheets: [] }, 400],
    [{ listId: 'lst_1', fileName: 'a.csv', sheets: ['Members'], start: 'when_confirmed' }, 201],
    [{ listId: 'lst_9', fileName: 'people.xlsx' }, 404],
    [{ listId: 'lst_1', fileName: 'people.xlsx', size: 3_000_000_000 }, 413],
    [{ listId: 'lst_1' }, 400],
    [{ listId: 'lst_1', fileName: 'people.xlsx', columns: { fields: { Name: 'two words' } } }, 400],
    [{ listId: 'lst_1', fileName: 'people.csv', encoding: 'ebcdic' }, 400],
    [{ listId: 'lst_1', fileName: 'people.csv', encoding: 'cp949', delimiter: ';' }, 201],
  ])('begin, or do not, with %j', async (body, status) => {
    expect((await request(post('/imports', body), lambdaContext)).statusCode).toBe(status);
  });

  it('tell how far they are', async () => {
    const handler = getImport(
      async () => ({
        request: imported,
        written: { contacts: 3, added: 1 },
        rejectedRowsUrl: 'https://test/rejected',
        isExpired: false,
        pace: { perSecond: 100, remainingSeconds: 7 },
      }),
      edge,
    );

    const answer = await handler(get('/imports/{importId}', { importId: 'imp_1' }), lambdaContext);

    const { notes } = reading;
    const about = { importId: 'imp_1', listId: 'lst_1', fileName: 'people.csv', requestedAt: at, status: 'writing' };
    expect(bodyOf(answer)).toEqual({
      ...about,
      ...tally,
      notes,
      written: 3,
      added: 1,
      updated: 2,
      rowsPerSecond: 100,
      remainingSeconds: 7,
      rejectedRowsUrl: 'https://test/rejected',
    });
  });

  it('tell why they failed', async () => {
    const problem = { code: 'file_empty', message: 'The file is empty.' } as const;
    const failed: Import = { ...imported, progress: { status: 'failed', attempt: 'a-0', problem } };
    const waiting: Import = { ...imported, progress: { status: 'awaiting_upload' } };

    const answer = await listImports(
      { page: async () => ({ items: [failed, waiting] }) },
      clockAt('2026-11-21T13:00:00Z'),
      edge,
    )(get('/imports', undefined, { listId: 'lst_1' }), lambdaContext);

    expect(bodyOf(answer).items).toMatchObject([
      { status: 'failed', rows: 0, problem },
      { status: 'expired', rows: 0, problem: { code: 'upload_missing' } },
    ]);
  });

  it('are those into all lists where none is named', async () => {
    const asked: (string | undefined)[] = [];
    const page = async (listId: string | undefined) => {
      asked.push(listId);
      return { items: [imported] };
    };

    const answer = await listImports({ page }, clockAt('2026-11-21T10:30:00Z'), edge)(get('/imports'), lambdaContext);

    expect(bodyOf(answer).items).toHaveLength(1);
    expect(asked).toEqual([undefined]);
  });

  it('say which of several files are missing', async () => {
    const progress = { status: 'awaiting_upload', arrived: [2] } as const;
    const waiting: Import = { ...imported, otherFiles: ['b.csv', 'c.csv'], progress };
    const bodyAt = async (now: string) => {
      const handler = listImports({ page: async () => ({ items: [waiting] }) }, clockAt(now), edge);
      return bodyOf(await handler(get('/imports', undefined, { listId: 'lst_1' }), lambdaContext)).items[0];
    };

    expect(await bodyAt('2026-11-21T10:30:00Z')).toMatchObject({
      files: ['people.csv', 'b.csv', 'c.csv'],
      missing: ['people.csv', 'c.csv'],
      status: 'awaiting_upload',
    });
    expect(await bodyAt('2026-11-21T13:00:00Z')).toMatchObject({
      problem: { message: 'Not uploaded in time: "people.csv", "c.csv". Import all files anew.' },
    });
  });

  const differs = { kind: 'attribute_type_differs', name: 'age', type: 'number', wanted: 'date' } as const;

  it.each([
    [succeed(undefined), 202],
    [refuse({ kind: 'import_not_found' as const }), 404],
    [refuse({ kind: 'upload_not_found' as const }), 409],
    [refuse({ kind: 'import_not_waiting' as const }), 409],
    [refuse({ kind: 'attributes_too_many' as const, most: 500 }), 422],
    [refuse(differs), 422],
  ])('are started: %j is %i', async (outcome, status) => {
    const answer = await startImport(async () => outcome, edge)(
      post('/imports/{importId}/start', { columns: { address: 'Mail' } }, { importId: 'imp_1' }),
      lambdaContext,
    );

    expect(answer.statusCode).toBe(status);
  });

  it('name the field whose type differs, and what to do', async () => {
    const answer = await requestImport(async () => refuse(differs), edge)(
      post('/imports', { listId: 'lst_1', fileName: 'a.csv', columns: { types: { age: 'date' } } }),
      lambdaContext,
    );

    expect(bodyOf(answer)).toMatchObject({
      detail: expect.stringMatching(/"age" is a number .* Leave its type out/),
      errors: [{ field: 'columns.types.age', rule: 'must be number' }],
    });
  });

  it.each([
    [succeed(undefined), 202],
    [refuse({ kind: 'import_not_found' as const }), 404],
    [refuse({ kind: 'upload_not_found' as const }), 409],
    [refuse({ kind: 'import_finished' as const }), 409],
  ])('are replayed: %j is %i', async (outcome, status) => {
    const answer = await replayImport(async () => outcome, edge)(
      post('/imports/{importId}/replay', undefined, { importId: 'imp_1' }),
      lambdaContext,
    );

    expect(answer.statusCode).toBe(status);
  });

  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ again: true }, true],
  ])('are replayed again only if the body says so: %j', async (body, again) => {
    const wishes: unknown[] = [];
    const replay = replayImport(async (_, wish) => {
      wishes.push(wish);
      return succeed(undefined);
    }, edge);

    await replay(post('/imports/{importId}/replay', body, { importId: 'imp_1' }), lambdaContext);

    expect(wishes).toEqual([{ again }]);
  });

  it.each([{ agian: true }, { again: 'yes' }, 'again', []])('are not replayed for a body such as %j', async (body) => {
    const answer = await replayImport(async () => succeed(undefined), edge)(
      post('/imports/{importId}/replay', body, { importId: 'imp_1' }),
      lambdaContext,
    );

    expect([answer.statusCode, bodyOf(answer)]).toMatchObject([
      400,
      { type: 'urn:bulkhead:problem:request_malformed' },
    ]);
  });

  it.each(['letter.pdf', 'People.DOCX', '명단.hwp', 'people.zip', 'photo.jpeg'])(
    'are not announced with a file that nobody can read as a list, such as %s',
    async (fileName) => {
      const answer = await requestImport(async () => refuse({ kind: 'list_not_found' }), edge)(
        post('/imports', { listId: 'lst_1', files: [{ fileName: 'a.csv' }, { fileName }] }),
        lambdaContext,
      );

      expect([answer.statusCode, bodyOf(answer)]).toMatchObject([
        422,
        {
          type: 'urn:bulkhead:problem:file_kind_unreadable',
          detail: expect.stringMatching(/Excel Workbook \(\.xlsx\) or CSV/),
        },
      ]);
      expect(bodyOf(answer)).toMatchObject({ detail: expect.stringContaining(`"${fileName}"`) });
    },
  );

  it.each(['people', 'people.csv', 'people.txt', 'people.xls', 'letter.pdf.xlsx', 'v1.2 final'])(
    'are announced whatever else the name of a file is, such as %s',
    async (fileName) => {
      const answer = await requestImport(async () => refuse({ kind: 'list_not_found' }), edge)(
        post('/imports', { listId: 'lst_1', fileName }),
        lambdaContext,
      );

      expect(answer.statusCode).toBe(404);
    },
  );

  it.each([
    [succeed(undefined), 202],
    [refuse({ kind: 'import_not_found' as const }), 404],
    [refuse({ kind: 'import_over' as const }), 409],
  ])('are cancelled: %j is %i', async (outcome, status) => {
    const answer = await cancelImport(async () => outcome, edge)(
      post('/imports/{importId}/cancel', undefined, { importId: 'imp_1' }),
      lambdaContext,
    );

    expect(answer.statusCode).toBe(status);
  });
});
