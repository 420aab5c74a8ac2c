import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience');
const keys = (size: number) => Array.from({ length: size }, (_, n) => ({ pk: 'p', sk: String(n) }));
const asPuts = (items: readonly Record<string, string>[]) => items.map((Item) => ({ PutRequest: { Item } }));

beforeEach(() => {
  dynamo.reset();
});

it('puts again what DynamoDB left undone', async () => {
  const items = keys(3);
  dynamo
    .on(BatchWriteCommand)
    .resolvesOnce({ UnprocessedItems: { audience: asPuts(items.slice(1)) } })
    .resolvesOnce({ UnprocessedItems: { audience: asPuts(items.slice(2)) } })
    .resolves({});

  await table.put(items);

  const sent = dynamo.commandCalls(BatchWriteCommand).map(({ args }) => args[0].input.RequestItems?.['audience']);
  expect(sent).toEqual([asPuts(items), asPuts(items.slice(1)), asPuts(items.slice(2))]);
});

it('asks to be called again when DynamoDB goes on leaving things undone', async () => {
  const items = keys(1);
  dynamo.on(BatchWriteCommand).resolves({ UnprocessedItems: { audience: asPuts(items) } });

  await expect(table.put(items)).rejects.toMatchObject({ name: 'RetryableError', code: 'table_busy' });
});

it('reads again what DynamoDB left unread', async () => {
  const [first = { pk: '', sk: '' }, second = { pk: '', sk: '' }] = keys(2);
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ Responses: { audience: [first] }, UnprocessedKeys: { audience: { Keys: [second] } } })
    .resolves({ Responses: { audience: [second] } });

  expect(await table.get([first, second])).toEqual([first, second]);
});

it('asks for no more than one call takes', async () => {
  dynamo.on(BatchGetCommand).resolves({});
  dynamo.on(BatchWriteCommand).resolves({});

  await table.get(keys(250));
  await table.put(keys(60));

  const gets = dynamo
    .commandCalls(BatchGetCommand)
    .map(({ args }) => args[0].input.RequestItems?.['audience']?.Keys?.length);
  const puts = dynamo
    .commandCalls(BatchWriteCommand)
    .map(({ args }) => args[0].input.RequestItems?.['audience']?.length);
  expect(gets).toEqual([100, 100, 50]);
  expect(puts).toEqual([25, 25, 10]);
});

it('follows a query to its last page', async () => {
  dynamo
    .on(QueryCommand)
    .resolvesOnce({ Items: [{ sk: 'a' }], Count: 1, LastEvaluatedKey: { pk: 'p', sk: 'a' } })
    .resolves({ Items: [{ sk: 'b' }], Count: 1 });

  const found: unknown[] = [];
  for await (const { items } of table.query({ KeyConditionExpression: 'pk = :pk' })) found.push(...items);

  expect(found).toEqual([{ sk: 'a' }, { sk: 'b' }]);
  expect(dynamo.commandCalls(QueryCommand)[1]?.args[0].input.ExclusiveStartKey).toEqual({ pk: 'p', sk: 'a' });
});
