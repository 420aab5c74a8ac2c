import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from '@bulkhead/lambda-kit/dynamo';
import { mockClient } from 'aws-sdk-client-mock';

import { ReadsTogether } from './reads-together.ts';

const TABLE = 'feedback';
const dynamo = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));
const key = (n: number): Key => ({ pk: 'RUN#1', sk: `OUT#${n}` });
const item = (n: number) => ({ ...key(n), rev: n });

/** DynamoDB answers in an order of its own. */
const answering = (...ns: readonly number[]) => ({ Responses: { [TABLE]: ns.toReversed().map(item) } });
const asked = () =>
  dynamo.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems?.[TABLE]?.Keys ?? []);

beforeEach(() => {
  dynamo.reset();
});

it('makes one request of all reads that are wanted at the same time, and gives everybody their own', async () => {
  dynamo.on(BatchGetCommand).resolves(answering(1, 2));
  const reads = new ReadsTogether(client, TABLE);

  const items = await Promise.all([reads.read(key(1)), reads.read(key(2)), reads.read(key(3)), reads.read(key(1))]);

  expect(items).toEqual([item(1), item(2), undefined, item(1)]);
  expect(asked()).toEqual([[key(1), key(2), key(3)]]);
  expect(dynamo.commandCalls(BatchGetCommand)[0]?.args[0].input.RequestItems?.[TABLE]?.ConsistentRead).toBe(true);
});

it('reads a single item as such, and anew whenever it is wanted later', async () => {
  dynamo
    .on(GetCommand)
    .resolvesOnce({ Item: item(1) })
    .resolvesOnce({});
  const reads = new ReadsTogether(client, TABLE);

  const before = await reads.read(key(1));
  const after = await reads.read(key(1));

  expect([before, after]).toEqual([item(1), undefined]);
  expect(dynamo.commandCalls(GetCommand).every(({ args }) => args[0].input.ConsistentRead === true)).toBe(true);
});

it('asks again for what was left unanswered, and only for that', async () => {
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ ...answering(1), UnprocessedKeys: { [TABLE]: { Keys: [key(2)] } } })
    .resolves(answering(2));
  const reads = new ReadsTogether(client, TABLE);

  const items = await Promise.all([reads.read(key(1)), reads.read(key(2))]);

  expect(items).toEqual([item(1), item(2)]);
  expect(asked()).toEqual([[key(1), key(2)], [key(2)]]);
});

it('tells everybody who waits for it that a request failed, and nobody else', async () => {
  dynamo.on(BatchGetCommand).rejectsOnce(new Error('lost')).resolves(answering(1, 2));
  const reads = new ReadsTogether(client, TABLE);
  const both = () => Promise.allSettled([reads.read(key(1)), reads.read(key(2))]);

  const outcomes = [...(await both()), ...(await both())];

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
});

it('asks for no more at once than a request may', async () => {
  dynamo.on(BatchGetCommand).resolves({});
  const reads = new ReadsTogether(client, TABLE);

  await Promise.all(Array.from({ length: 250 }, (_, n) => reads.read(key(n))));

  expect(asked().map(({ length }) => length)).toEqual([100, 100, 50]);
});

it('gives up on a table that leaves everything unanswered, so that the messages come again', async () => {
  dynamo.on(BatchGetCommand).resolves({ UnprocessedKeys: { [TABLE]: { Keys: [key(1), key(2)] } } });
  const reads = new ReadsTogether(client, TABLE, () => Promise.resolve());

  const reading = Promise.all([reads.read(key(1)), reads.read(key(2))]);

  await expect(reading).rejects.toMatchObject({ code: 'table_busy', name: 'RetryableError' });
});
