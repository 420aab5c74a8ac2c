import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience');
const keys = (size: number) => Array.from({ length: size }, (_, n) => ({ pk: 'p', sk: String(n) }));

beforeEach(() => {
  dynamo.reset();
});

it('reads again what DynamoDB left unread', async () => {
  const [first = { pk: '', sk: '' }, second = { pk: '', sk: '' }] = keys(2);
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ Responses: { audience: [first] }, UnprocessedKeys: { audience: { Keys: [second] } } })
    .resolves({ Responses: { audience: [second] } });

  expect(await table.get([first, second])).toEqual([first, second]);
});

it('asks to be called again when DynamoDB goes on leaving things unread', async () => {
  dynamo.on(BatchGetCommand).resolves({ UnprocessedKeys: { audience: { Keys: keys(1) } } });

  await expect(table.get(keys(1))).rejects.toMatchObject({ name: 'RetryableError', code: 'table_busy' });
});

it('asks for no more than one call takes', async () => {
  dynamo.on(BatchGetCommand).resolves({});

  await table.get(keys(250));

  const gets = dynamo
    .commandCalls(BatchGetCommand)
    .map(({ args }) => args[0].input.RequestItems?.['audience']?.Keys?.length);
  expect(gets).toEqual([100, 100, 50]);
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
