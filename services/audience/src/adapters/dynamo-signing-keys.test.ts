import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { clockAt } from '../testing/in-memory-platform.ts';
import { DynamoSigningKeys } from './dynamo-signing-keys.ts';
import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience');
const conflict = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const keysOn = (day: string) => new DynamoSigningKeys(table, clockAt(day));
const secret = Buffer.alloc(32, 7);

beforeEach(() => {
  dynamo.reset();
});

it('makes the key of a year once and fetches it once', async () => {
  dynamo.on(GetCommand).resolves({}).on(PutCommand).resolves({});
  const keys = keysOn('2026-11-21');

  const first = await keys.current();

  expect(await keys.current()).toEqual(first);
  expect(await keys.find(2026)).toEqual(first.secret);
  expect([first.year, first.secret.length]).toEqual([2026, 32]);
  expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input).toMatchObject({
    Item: { pk: 'signing-key', sk: 'unsubscribe#2026' },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  expect(dynamo.commandCalls(GetCommand)).toHaveLength(1);
});

it('takes the key that somebody else made first', async () => {
  dynamo
    .on(GetCommand)
    .resolvesOnce({})
    .resolves({ Item: { secret: secret.toString('base64') } })
    .on(PutCommand)
    .rejects(conflict);

  expect(await keysOn('2026-11-21').current()).toEqual({ year: 2026, secret });
});

it.each([
  [2026, 1],
  [2023, 1],
  [2022, 0],
  [2027, 0],
  [2255, 0],
])('looks for the key of %i %i times, and never makes one to verify with', async (year, times) => {
  dynamo.on(GetCommand).resolves({});

  expect(await keysOn('2026-11-21').find(year)).toBeUndefined();
  expect(dynamo.commandCalls(GetCommand)).toHaveLength(times);
  expect(dynamo.commandCalls(PutCommand)).toHaveLength(0);
});
