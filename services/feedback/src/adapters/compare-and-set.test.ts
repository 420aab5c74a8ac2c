import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { attempts, putOver } from './compare-and-set.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const db = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));
const key = { pk: 'FLOW', sk: 'FLOW' };

beforeEach(() => {
  dynamo.reset();
});

it('writes an item over the revision that was read', async () => {
  dynamo.on(PutCommand).resolves({});

  const isWritten = await putOver(db, 'feedback', { ...key, beats: 2, rev: 4 });

  expect(isWritten).toBe(true);
  expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input).toEqual({
    TableName: 'feedback',
    Item: { ...key, beats: 2, rev: 5 },
    ConditionExpression: 'rev = :read',
    ExpressionAttributeValues: { ':read': 4 },
  });
});

it('writes the first revision only where there is none', async () => {
  dynamo.on(PutCommand).rejects(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));

  const isWritten = await putOver(db, 'feedback', { ...key, rev: 0 });

  expect(isWritten).toBe(false);
  expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input).toEqual({
    TableName: 'feedback',
    Item: { ...key, rev: 1 },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
});

it('attempts something no more than eight times', async () => {
  const made: number[] = [];

  for await (const attempt of attempts()) made.push(attempt);

  expect(made).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
