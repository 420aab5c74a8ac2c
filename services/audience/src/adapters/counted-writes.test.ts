import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { CountedWrites } from './counted-writes.ts';
import { Slots } from './slots.ts';
import { openTable } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = openTable(new DynamoDBClient({ region: 'eu-west-1' }), 'audience');
const change = { members: 1, unsubscribed: 0 };
const write = { Put: { TableName: 'audience', Item: { pk: 'list#lst_1#0', sk: 'ada' } } };
const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
/** Writes whose counters are drawn as 0, 1, 2 and so on. */
const setUp = () => {
  let drawn = -1;
  const random = () => {
    drawn += 1;
    return drawn / 64;
  };
  return new CountedWrites(table, new Slots(random), async () => {});
};
const counters = () =>
  dynamo.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.TransactItems?.at(-1)?.Update?.Key?.['sk']);

beforeEach(() => dynamo.reset());

it('writes what changes a list and its counter in one transaction', async () => {
  dynamo.on(TransactWriteCommand).resolves({});

  expect(await setUp().write('lst_1', change, [write])).toEqual(new Set());

  const [put, counter] = dynamo.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
  expect(put).toEqual(write);
  expect(counter?.Update).toMatchObject({
    Key: { pk: 'counts#lst_1', sk: '0' },
    ExpressionAttributeValues: { ':members': 1, ':unsubscribed': 0, ':one': 1 },
  });
});

it('names those whose condition does not hold, and writes nothing then', async () => {
  dynamo.on(TransactWriteCommand).rejects(cancelled('None', 'ConditionalCheckFailed', 'TransactionConflict'));

  expect(await setUp().write('lst_1', change, [write, write])).toEqual(new Set([1]));
});

it('goes to another counter where it meets somebody, and stays where it meets nobody', async () => {
  dynamo.on(TransactWriteCommand).rejectsOnce(cancelled('None', 'TransactionConflict')).resolves({});
  const writes = setUp();

  await writes.write('lst_1', change, [write]);
  await writes.write('lst_1', change, [write]);

  expect(counters()).toEqual(['0', '1', '1']);
});

it('waits for a table that is throttled', async () => {
  dynamo.on(TransactWriteCommand).rejectsOnce(cancelled('ThrottlingError', 'None')).resolves({});

  expect(await setUp().write('lst_1', change, [write])).toEqual(new Set());
});

it('leaves it to the next delivery when others do not stop', async () => {
  dynamo.on(TransactWriteCommand).rejects(cancelled('None', 'TransactionConflict'));

  const failure = setUp().write('lst_1', change, [write]);

  await expect(failure).rejects.toMatchObject({ name: 'RetryableError', code: 'table_busy' });
});

it.each([
  ['a transaction that can never succeed', cancelled('ValidationError', 'None'), 'cancelled'],
  ['any other failure', new Error('no such table'), 'no such table'],
])('lets %s through', async (_, failure, message) => {
  dynamo.on(TransactWriteCommand).rejects(failure);

  await expect(setUp().write('lst_1', change, [write])).rejects.toThrow(message);
});
