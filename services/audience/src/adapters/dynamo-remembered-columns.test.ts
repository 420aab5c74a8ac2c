import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoRememberedColumns } from './dynamo-remembered-columns.ts';
import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const remembered = new DynamoRememberedColumns(
  new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience'),
);
const columns = { address: 'Mail', fields: { secret: null }, types: { age: 'number' }, decimal: ',' } as const;
const at = '2026-11-22T10:00:00.000Z';

beforeEach(() => {
  dynamo.reset();
});

it('reads back what it was told, and knows when it was told nothing', async () => {
  dynamo.on(PutCommand).resolves({}).on(GetCommand).resolvesOnce({});

  expect(await remembered.find('lst_1')).toBeUndefined();
  await remembered.remember('lst_1', columns, at);
  dynamo.on(GetCommand).resolves({ Item: dynamo.commandCalls(PutCommand)[0]?.args[0].input.Item ?? {} });
  expect(await remembered.find('lst_1')).toEqual(columns);
});

it('lets what was said later stand', async () => {
  dynamo.on(PutCommand).rejects(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));

  await expect(remembered.remember('lst_1', columns, at)).resolves.toBeUndefined();
});
