import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoMembers } from './dynamo-members.ts';
import { openTable } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const members = new DynamoMembers(openTable(new DynamoDBClient({ region: 'eu-west-1' }), 'audience'));
/** What was written, and what was counted for it, transaction by transaction. */
const transactions = () =>
  dynamo.commandCalls(TransactWriteCommand).map(({ args }) => {
    const writes = args[0].input.TransactItems ?? [];
    const added = writes.at(-1)?.Update?.ExpressionAttributeValues?.[':members'];
    return { keys: writes.slice(0, -1).map(({ Put, Delete }) => Put?.Item ?? Delete?.Key), added };
  });
const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

beforeEach(() => {
  dynamo.reset();
  dynamo.on(BatchGetCommand).resolves({ Responses: { audience: [] } });
});

it('adds members as keys in their shards, and counts them', async () => {
  dynamo.on(TransactWriteCommand).resolves({});

  await members.add('lst_1', ['-a', 'zz']);

  const keys = [
    { pk: 'list#lst_1#0', sk: '-a' },
    { pk: 'list#lst_1#15', sk: 'zz' },
  ];
  expect(transactions()).toEqual([{ keys, added: 2 }]);
});

it('writes nothing for those who are members', async () => {
  dynamo.on(BatchGetCommand).resolves({ Responses: { audience: [{ sk: '-a' }, { sk: 'zz' }] } });

  await members.add('lst_1', ['-a', 'zz']);

  expect(transactions()).toEqual([]);
});

it('takes as many at once as a transaction holds', async () => {
  dynamo.on(TransactWriteCommand).resolves({});

  await members.add(
    'lst_1',
    Array.from({ length: 250 }, (_, n) => `person-${n}`),
  );

  expect(transactions().map(({ added }) => added)).toEqual([99, 99, 52]);
});

it('counts those whom somebody else added meanwhile once', async () => {
  dynamo
    .on(TransactWriteCommand)
    .rejectsOnce(cancelled('None', 'ConditionalCheckFailed', 'None'))
    .resolves({});

  await members.add('lst_1', ['-a', 'zz']);

  expect(transactions().at(-1)).toEqual({ keys: [{ pk: 'list#lst_1#0', sk: '-a' }], added: 1 });
});

it('removes a member who is there, and only once', async () => {
  dynamo.on(TransactWriteCommand).resolvesOnce({}).rejects(cancelled('ConditionalCheckFailed', 'None'));

  await members.remove('lst_1', 'zz');
  await members.remove('lst_1', 'zz');

  expect(transactions()[0]).toEqual({ keys: [{ pk: 'list#lst_1#15', sk: 'zz' }], added: -1 });
});

it('counts all shards by reading them', async () => {
  dynamo.on(QueryCommand).resolves({ Count: 3 });

  expect(await members.count('lst_1')).toBe(48);
});

it('reads a shard from where it is told', async () => {
  dynamo.on(QueryCommand).resolves({ Items: [{ pk: 'list#lst_1#9', sk: 'b' }] });

  const pages: (readonly string[])[] = [];
  for await (const page of members.inShard('lst_1', 9, 'a')) pages.push(page);

  expect(pages).toEqual([['b']]);
  expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input.ExpressionAttributeValues).toEqual({
    ':pk': 'list#lst_1#9',
    ':after': 'a',
  });
});
