import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { everything, ofList, type Said, whatStands } from '../domain/consent.ts';
import { DynamoConsents } from './dynamo-consents.ts';
import { openTable } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const consents = new DynamoConsents(openTable(new DynamoDBClient({ region: 'eu-west-1' }), 'audience'));
const at = '2026-11-21T10:00:00.000Z';
const word: Said = { contactId: 'ada', scope: everything, at, isSuppressed: true, reason: 'unsubscribed' };
const left = whatStands(undefined, word);
const leftList = whatStands(undefined, { ...word, scope: ofList('lst_1') });
const putItem = (n = 0) => dynamo.commandCalls(PutCommand)[n]?.args[0].input;
const transaction = () => dynamo.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
const changed = new TransactionCanceledException({
  message: 'cancelled',
  $metadata: {},
  CancellationReasons: [{ Code: 'ConditionalCheckFailed' }, { Code: 'None' }],
});

beforeEach(() => {
  dynamo.reset();
});

it('writes a first consent only where there is none, a next one only as read', async () => {
  dynamo.on(PutCommand).resolves({});

  await consents.save(left, undefined);
  await consents.save({ ...left, revision: 4 }, left);

  expect(putItem(0)).toMatchObject({ Item: { revision: 1 }, ConditionExpression: 'attribute_not_exists(pk)' });
  expect(putItem(1)).toMatchObject({ Item: { revision: 5 }, ExpressionAttributeValues: { ':read': 4 } });
});

it.each([
  ['something else stands by now', new ConditionalCheckFailedException({ message: 'no', $metadata: {} })],
  ['somebody is just writing', new TransactionConflictException({ message: 'no', $metadata: {} })],
])('says when %s', async (_, refusal) => {
  dynamo.on(PutCommand).rejects(refusal);

  expect(await consents.save(left, undefined)).toBe(false);
});

it('counts who leaves a list and who comes back, together with what they said', async () => {
  dynamo.on(TransactWriteCommand).resolves({});
  const known = { ...leftList, revision: 3 };
  const back = whatStands(known, { ...word, scope: known.scope, isSuppressed: false, at: '2026-11-22T10:00:00.000Z' });

  expect([await consents.save(leftList, undefined), await consents.save(back, known)]).toEqual([true, true]);

  const [gone, returned] = dynamo.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.TransactItems);
  expect(gone?.[0]?.Put).toMatchObject({
    Item: { pk: 'consent#lst_1#9' },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  expect([gone, returned].map((writes) => writes?.[1]?.Update?.ExpressionAttributeValues?.[':unsubscribed'])).toEqual([
    1, -1,
  ]);
});

it('counts nobody for a word that changes nothing for the list', async () => {
  dynamo.on(PutCommand).resolves({});
  const later = whatStands(leftList, {
    ...word,
    scope: leftList.scope,
    isSuppressed: true,
    reason: 'manual',
    at: '2026-11-23',
  });

  await consents.save(later, leftList);

  expect(dynamo.commandCalls(TransactWriteCommand)).toEqual([]);
});

it('says also of one who leaves a list when something else stands by now', async () => {
  dynamo.on(TransactWriteCommand).rejects(changed);

  expect(await consents.save(leftList, undefined)).toBe(false);
});

it.each([
  left,
  whatStands(left, { ...word, isSuppressed: false, at: '2026-11-22T10:00:00.000Z' }),
  whatStands(left, { ...word, isSuppressed: true, reason: 'complaint' }),
])('reads back what it wrote', async (consent) => {
  dynamo.on(PutCommand).resolves({});
  await consents.save(consent, undefined);
  dynamo.on(BatchGetCommand).resolves({ Responses: { audience: [putItem()?.Item ?? {}] } });

  expect(await consents.find(everything, ['ada'])).toEqual(new Map([['ada', { ...consent, revision: 1 }]]));
});

describe('a consent of somebody who is forgotten', () => {
  const stored = (consent: typeof left) => ({ ...consent, pk: 'consent', sk: consent.contactId, revision: 2 });
  const answer = (...items: readonly Record<string, unknown>[]) => ({ Responses: { audience: [...items] } });

  it('goes', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolves(answer(stored(left)))
      .on(DeleteCommand)
      .resolves({});

    await consents.remove(everything, 'ada');

    expect(dynamo.commandCalls(DeleteCommand)[0]?.args[0].input).toMatchObject({
      Key: { pk: 'consent#everything#9', sk: 'ada' },
      ExpressionAttributeValues: { ':read': 2 },
    });
  });

  it('goes together with its place among those who have left the list', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolves(answer(stored(leftList)))
      .on(TransactWriteCommand)
      .resolves({});

    await consents.remove(leftList.scope, 'ada');

    expect(transaction()[0]?.Delete).toMatchObject({ Key: { pk: 'consent#lst_1#9', sk: 'ada' } });
    expect(transaction()[1]?.Update?.ExpressionAttributeValues).toMatchObject({ ':members': 0, ':unsubscribed': -1 });
  });

  it('goes also when somebody writes it meanwhile', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolvesOnce(answer(stored(leftList)))
      .resolves(answer())
      .on(TransactWriteCommand)
      .rejects(changed);

    await expect(consents.remove(leftList.scope, 'ada')).resolves.toBeUndefined();
  });

  it('need not be there', async () => {
    dynamo.on(BatchGetCommand).resolves(answer());

    await consents.remove(everything, 'ada');

    expect(dynamo.commandCalls(DeleteCommand)).toEqual([]);
  });
});

it('counts by what the table says now: counters are mended by it', async () => {
  dynamo.on(QueryCommand).resolves({ Count: 2 });

  expect(await consents.countSuppressed(ofList('lst_1'))).toBe(32);
  expect(dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input.ConsistentRead)).not.toContain(undefined);
});
