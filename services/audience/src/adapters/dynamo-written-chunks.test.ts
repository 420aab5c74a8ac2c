import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoWrittenChunks } from './dynamo-written-chunks.ts';
import { openTable } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const written = new DynamoWrittenChunks(openTable(new DynamoDBClient({ region: 'eu-west-1' }), 'audience'));
const chunk = { importId: 'imp_1', attempt: 'a-0', chunk: 7 };
const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

beforeEach(() => dynamo.reset());

it('writes a chunk and the sum of all in one transaction, if the chunk is not there yet', async () => {
  dynamo.on(TransactWriteCommand).resolves({});

  await written.record(chunk, { contacts: 1_000, added: 900 });

  const [put, update] = dynamo.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
  expect(put?.Put).toMatchObject({
    Item: { sk: 'chunk#a-0#00007', contacts: 1_000, added: 900 },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  expect(update?.Update).toMatchObject({
    Key: { pk: 'import#imp_1', sk: 'written#a-0' },
    ExpressionAttributeValues: { ':one': 1, ':contacts': 1_000, ':added': 900 },
  });
});

it('has nothing to do when the chunk was written down before', async () => {
  dynamo.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed', 'None'));

  await expect(written.record(chunk, { contacts: 1, added: 1 })).resolves.toBeUndefined();
});

it('tries again when others write the sum at the same time', async () => {
  dynamo.on(TransactWriteCommand).rejectsOnce(cancelled('None', 'TransactionConflict')).resolves({});

  await written.record(chunk, { contacts: 1, added: 1 });

  expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(2);
});

it('leaves it to the next delivery when others do not stop, and lets other failures through', async () => {
  dynamo.on(TransactWriteCommand).rejects(cancelled('None', 'TransactionConflict'));
  await expect(written.record(chunk, { contacts: 1, added: 1 })).rejects.toMatchObject({ code: 'table_busy' });

  dynamo.on(TransactWriteCommand).rejects(cancelled('ValidationError'));
  await expect(written.record(chunk, { contacts: 1, added: 1 })).rejects.toThrow('cancelled');
});

it('knows the sum, and that there is none yet', async () => {
  const sum = { chunks: 2, contacts: 2_000, added: 7 };
  dynamo
    .on(GetCommand)
    .resolvesOnce({})
    .resolves({ Item: { pk: 'import#imp_1', sk: 'written#a-0', ...sum } });

  expect(await written.sum('imp_1', 'a-0')).toEqual({ chunks: 0, contacts: 0, added: 0 });
  expect(await written.sum('imp_1', 'a-0')).toEqual(sum);
});
