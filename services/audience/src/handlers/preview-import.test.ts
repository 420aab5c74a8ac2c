import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import type { PreviewRequest } from '../application/preview/preview-import.ts';
import { explain } from '../domain/file-problem.ts';
import { refuse, succeed } from '../domain/result.ts';
import { listAttributes } from './list-attributes.ts';
import { previewImport } from './preview-import.ts';

const edge = recordingEdge();
const get = (query: Record<string, string> = {}) =>
  httpEvent({ route: 'GET /api/audience/imports/{importId}/preview', path: { importId: 'imp_1' }, query });
const bodyOf = (answer: { readonly body?: string | undefined }) => JSON.parse(answer.body ?? 'null');
const shown = {
  fileName: 'people.csv',
  beginning: { sheet: 'people.csv', encoding: 'cp949', delimiter: ';' },
  columns: [{ column: 'A', header: 'email', holds: 'address', guess: { type: 'text' } }],
  rows: [{ row: 2, cells: ['ada@example.com'] }],
  remembered: { address: 'email' },
} as const;

it('shows what the file is and what its columns would become', async () => {
  const asked: PreviewRequest[] = [];
  const handler = previewImport(async (request) => {
    asked.push(request);
    return succeed(shown);
  }, edge);

  const answer = await handler(get({ file: '2', sheet: 'People', encoding: 'cp949', delimiter: '\t' }), lambdaContext);

  const { beginning, ...rest } = shown;
  expect([answer.statusCode, bodyOf(answer)]).toEqual([200, { file: 2, ...beginning, ...rest }]);
  expect(asked).toEqual([
    { importId: 'imp_1', file: 2, sheet: 'People', format: { encoding: 'cp949', delimiter: '\t' } },
  ]);
});

it.each([
  [refuse({ kind: 'import_not_found' as const }), 404, 'import_not_found'],
  [refuse({ kind: 'upload_not_found' as const }), 409, 'upload_not_found'],
  [refuse({ kind: 'file_unreadable' as const, because: explain({ kind: 'workbook_old' }) }), 422, 'workbook_old'],
])('says why there is nothing to show: %j', async (outcome, status, code) => {
  const answer = await previewImport(async () => outcome, edge)(get(), lambdaContext);

  expect(bodyOf(answer)).toMatchObject({ status, type: `urn:bulkhead:problem:${code}` });
});

it.each([{ file: '0' }, { file: '21' }, { encoding: 'ebcdic' }, { delimiter: 'x' }, { sheet: '' }])(
  'does not look for %j',
  async (query) => {
    const answer = await previewImport(async () => succeed(shown), edge)(get(query), lambdaContext);

    expect(answer.statusCode).toBe(400);
  },
);

it('lists the types of fields', async () => {
  const handler = listAttributes({ all: async () => [{ name: 'age', type: 'number' }] }, edge);

  const answer = await handler(httpEvent({ route: 'GET /api/audience/attributes' }), lambdaContext);

  expect(bodyOf(answer)).toEqual({ items: [{ name: 'age', type: 'number' }] });
});

it('lists no more fields than fit into an answer, whatever sheets have been imported', async () => {
  const all = Array.from({ length: 40_000 }, (_, n) => ({ name: `${'가'.repeat(58)}${n}`, type: 'text' as const }));
  const handler = listAttributes({ all: async () => all }, edge);

  const answer = await handler(httpEvent({ route: 'GET /api/audience/attributes' }), lambdaContext);

  expect(bodyOf(answer).items).toEqual(all.slice(0, 5_000));
  expect(Buffer.byteLength(answer.body ?? '')).toBeLessThan(6_000_000);
});
