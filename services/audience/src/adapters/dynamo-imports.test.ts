import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { CursorUnreadable } from '@bulkhead/lambda-kit';
import { mockClient } from 'aws-sdk-client-mock';

import type { Import, Progress } from '../domain/import.ts';
import { DynamoImports } from './dynamo-imports.ts';
import { DynamoLists } from './dynamo-lists.ts';
import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience');
const imports = new DynamoImports(table);
const conflict = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const reading = {
  tally: { rows: 1, accepted: 1, duplicates: 0, rejected: 0 },
  chunks: 1,
  notes: [],
  rejectedRows: undefined,
};
const request: Import = {
  importId: 'imp_1',
  listId: 'lst_1',
  fileName: 'people.csv',
  columns: { address: 'Mail', fields: { 'Full name': 'name', secret: null } },
  requestedAt: '2026-11-21T10:00:00.000Z',
  correlationId: 'request-1',
  replays: 0,
  progress: { status: 'awaiting_upload' },
  revision: 1,
};
const progresses: readonly Progress[] = [
  { status: 'awaiting_upload' },
  { status: 'parsing', attempt: 'a-0' },
  { status: 'parsing', attempt: 'a-0', readers: 2 },
  { status: 'writing', attempt: 'a-0', reading },
  { status: 'finished', attempt: 'a-0', reading: { ...reading, rejectedRows: 'imports/imp_1/a-0/rejected-rows.csv' } },
  { status: 'failed', attempt: 'a-0', problem: { code: 'file_empty', message: 'The file is empty.' } },
];

beforeEach(() => {
  dynamo.reset();
});

it.each(progresses)('reads back an import that is $status', async (progress) => {
  dynamo.on(PutCommand).resolves({});
  await imports.save({ ...request, progress });
  dynamo
    .on(GetCommand)
    .resolves({ Item: JSON.parse(JSON.stringify(dynamo.commandCalls(PutCommand)[0]?.args[0].input.Item)) });

  expect(await imports.find('imp_1')).toEqual({ ...request, progress, revision: 2 });
});

it('adds an import together with its place among the imports of its list, and among all', async () => {
  dynamo.on(TransactWriteCommand).resolves({});

  await imports.add({ ...request, revision: 0 });

  const written = dynamo
    .commandCalls(TransactWriteCommand)[0]
    ?.args[0].input.TransactItems?.map(({ Put }) => Put?.Item);
  expect(written).toMatchObject([
    { pk: 'import#imp_1', sk: 'import', revision: 1 },
    { pk: 'imports#lst_1', sk: 'imp_1' },
    { pk: 'imports', sk: 'imp_1' },
  ]);
});

it('pages through the imports into all lists', async () => {
  dynamo.on(QueryCommand).resolves({ Items: [] });

  await imports.page(undefined, { limit: 5 });

  const [query] = dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input);
  expect(query).toMatchObject({ ExpressionAttributeValues: { ':pk': 'imports' }, ScanIndexForward: false, Limit: 5 });
});

it('says when somebody else wrote an import first', async () => {
  dynamo.on(PutCommand).rejects(conflict);

  expect(await imports.save(request)).toBe(false);
});

it('pages through the imports of a list by a cursor that names nothing but a place', async () => {
  dynamo
    .on(QueryCommand)
    .resolves({ Items: [{ sk: 'imp_1' }], LastEvaluatedKey: { pk: 'imports#lst_1', sk: 'imp_1' } });
  dynamo.on(BatchGetCommand).resolves({ Responses: { audience: [{ pk: 'import#imp_1', sk: 'import', ...request }] } });

  const first = await imports.page('lst_1', { limit: 1 });
  await imports.page('lst_2', { limit: 1, cursor: first.cursor });

  expect(first.items).toEqual([request]);
  const starts = dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input.ExclusiveStartKey);
  expect(starts).toEqual([undefined, { pk: 'imports#lst_2', sk: 'imp_1' }]);
});

it.each([
  ['imports', (cursor: string) => imports.page('lst_1', { limit: 1, cursor })],
  ['lists', (cursor: string) => new DynamoLists(table).page({ limit: 1, cursor })],
])('does not begin again for a cursor that is none of ours: %s', async (_, page) => {
  await expect(page('broken')).rejects.toThrow(CursorUnreadable);
});

it('reads lists back', async () => {
  const list = { listId: 'lst_1', name: 'Letters', createdAt: '2026-11-21T10:00:00.000Z' };
  const lists = new DynamoLists(table);
  dynamo.on(PutCommand).resolves({}).on(QueryCommand).resolves({ Count: 0 });
  await lists.add(list, 10);
  const item = dynamo.commandCalls(PutCommand)[0]?.args[0].input.Item ?? {};
  dynamo
    .on(GetCommand)
    .resolves({ Item: item })
    .on(QueryCommand)
    .resolves({ Items: [item] });

  expect(await lists.find('lst_1')).toEqual(list);
  expect(await lists.page({ limit: 5 })).toEqual({ items: [list], cursor: undefined });
});
