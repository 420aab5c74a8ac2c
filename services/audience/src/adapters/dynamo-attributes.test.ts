import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoAttributes } from './dynamo-attributes.ts';
import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const attributes = new DynamoAttributes(
  new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience'),
);
const busy = new TransactionCanceledException({ message: 'no', $metadata: {} });
const declared = (...names: readonly string[]) => ({ Items: names.map((sk) => ({ sk, type: 'number' })) });

beforeEach(() => {
  dynamo.reset();
});

it('adds only what is new, unless somebody else has', async () => {
  dynamo.on(QueryCommand).resolves(declared('age')).on(TransactWriteCommand).resolves({});

  const outcome = await attributes.declare([
    { name: 'age', type: 'number' },
    { name: 'since', type: 'date' },
  ]);

  expect(outcome).toEqual({ ok: true, value: undefined });
  expect(dynamo.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems).toEqual([
    {
      Put: {
        TableName: 'audience',
        Item: { pk: 'attributes', sk: 'since', type: 'date' },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ]);
});

it('writes nothing when nothing is new or when a field has another type', async () => {
  dynamo.on(QueryCommand).resolves(declared('age'));

  expect((await attributes.declare([{ name: 'age', type: 'number' }])).ok).toBe(true);
  expect((await attributes.declare([{ name: 'age', type: 'date' }])).ok).toBe(false);
  expect(dynamo.commandCalls(TransactWriteCommand)).toEqual([]);
});

it('looks again when somebody else declares at the same time', async () => {
  dynamo.on(QueryCommand).resolvesOnce(declared()).resolves(declared('age')).on(TransactWriteCommand).rejects(busy);

  expect((await attributes.declare([{ name: 'age', type: 'text' }])).ok).toBe(false);
});

it('gives up, to be tried again, when others never stop declaring', async () => {
  dynamo.on(QueryCommand).resolves(declared()).on(TransactWriteCommand).rejects(busy);

  await expect(attributes.declare([{ name: 'age', type: 'text' }])).rejects.toMatchObject({ code: 'attributes_busy' });
});
