import { DynamoAttributes } from '../../src/adapters/dynamo-attributes.ts';
import { DynamoImports } from '../../src/adapters/dynamo-imports.ts';
import { DynamoRememberedColumns } from '../../src/adapters/dynamo-remembered-columns.ts';
import type { AttributeType } from '../../src/domain/attribute.ts';
import type { Import } from '../../src/domain/import.ts';
import { startTable } from './test-table.ts';

const { table, stop } = await startTable();
const attributes = new DynamoAttributes(table);
const imports = new DynamoImports(table);
const remembered = new DynamoRememberedColumns(table);

afterAll(stop);

it('lets one of two win who declare different types at the same time, all or nothing', async () => {
  const declare = (type: AttributeType, others: readonly string[]) =>
    attributes.declare(['points', ...others].map((name) => ({ name, type })));

  const outcomes = await Promise.all([declare('number', ['age']), declare('date', ['since', 'until'])]);

  const declared = await attributes.all();
  const winner = outcomes[0]?.ok === true ? ['age', 'points'] : ['points', 'since', 'until'];
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(declared.map(({ name }) => name).toSorted()).toEqual(winner);
});

it('keeps an import whole, whatever people call their fields and files', async () => {
  const types = Object.fromEntries<AttributeType>([
    ['constructor', 'number'],
    ['생일', 'date'],
  ]);
  const request: Import = {
    importId: 'imp_1',
    listId: 'lst_1',
    fileName: '명단.csv',
    otherFiles: ['b.xlsx'],
    columns: {
      address: 'Mail',
      fields: { constructor: 'plan', secret: null },
      types,
      decimal: ',',
      dates: 'day_first',
      isRemembered: true,
    },
    format: { encoding: 'cp949', delimiter: '\t' },
    sheets: ['회원'],
    start: 'when_confirmed',
    confirmed: 'etag',
    requestedAt: '2026-11-22T10:00:00.000Z',
    correlationId: 'request-1',
    replays: 0,
    content: { etag: 'etag', edition: 0 },
    progress: { status: 'awaiting_upload', arrived: [2] },
    revision: 0,
  };
  await imports.add(request);
  const parsing: Import = {
    ...request,
    progress: { status: 'parsing', attempt: 'etag-0', readers: 1, cause: 2, types },
    revision: 1,
  };
  const [added, saved] = [await imports.find('imp_1'), await imports.save(parsing)];

  expect(added).toEqual({ ...request, revision: 1 });
  expect(saved).toBe(true);
  expect(await imports.find('imp_1')).toEqual({ ...parsing, revision: 2 });
  expect(await imports.save(parsing)).toBe(false);
});

it('remembers what was said last of the columns of a list, in whatever order it comes', async () => {
  await remembered.remember('lst_1', { address: 'Later' }, '2026-11-22T10:00:01.000Z');
  await remembered.remember('lst_1', { address: 'Earlier' }, '2026-11-22T10:00:00.000Z');

  expect(await remembered.find('lst_1')).toEqual({ address: 'Later' });
  expect(await remembered.find('lst_2')).toBeUndefined();
});
