import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoListCounts } from './dynamo-list-counts.ts';
import { openTable } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const counts = new DynamoListCounts(openTable(new DynamoDBClient({ region: 'eu-west-1' }), 'audience'));

beforeEach(() => dynamo.reset());

it('adds up the counters of a list', async () => {
  dynamo.on(QueryCommand).resolves({
    Items: [
      { pk: 'counts#lst_1', sk: '17', members: 10, unsubscribed: -1, changes: 4 },
      { pk: 'counts#lst_1', sk: '3', members: -2, unsubscribed: 2, changes: 3 },
      { pk: 'counts#lst_1', sk: 'corrections', members: 1, changes: 2 },
    ],
  });

  expect(await counts.of('lst_1')).toEqual({
    members: 9,
    unsubscribed: 1,
    mark: '17 4,3 3,corrections 2',
    corrections: 2,
  });
});

it('counts nobody on a list that nobody has joined', async () => {
  dynamo.on(QueryCommand).resolves({});

  expect(await counts.of('lst_1')).toEqual({ members: 0, unsubscribed: 0, mark: '', corrections: 0 });
});

it.each([
  [0, 'attribute_not_exists(pk)', undefined],
  [2, 'changes = :read', 2],
])('corrects only what was corrected %i times', async (corrections, condition, read) => {
  dynamo
    .on(UpdateCommand)
    .resolvesOnce({})
    .rejects(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));
  const correct = () => counts.correct('lst_1', { members: -3, unsubscribed: 0 }, { corrections });

  expect([await correct(), await correct()]).toEqual([true, false]);

  const { input } = dynamo.commandCalls(UpdateCommand)[0]?.args[0] ?? {};
  expect(input?.ConditionExpression).toBe(condition);
  expect(input?.ExpressionAttributeValues?.[':read']).toBe(read);
});
