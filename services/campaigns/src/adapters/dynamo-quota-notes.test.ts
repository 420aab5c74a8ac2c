import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoQuotaNotes } from './dynamo-quota-notes.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const notes = new DynamoQuotaNotes({
  db: DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })),
  name: 'campaigns',
});
const now = new Date('2026-11-22T10:00:00Z');
const since = new Date('2026-11-22T09:59:57Z');

describe('DynamoQuotaNotes', () => {
  beforeEach(() => dynamo.reset());

  it.each([
    ['nothing', undefined, undefined],
    ['what was claimed and never answered', { claimedAt: 1 }, undefined],
    [
      'what SES granted',
      { quota: { perSecond: 14, max24Hours: 200, left24Hours: 10 }, notedAt: now.getTime(), claimedAt: 1 },
      { quota: { perSecond: 14, max24Hours: 200, left24Hours: 10 }, at: now },
    ],
    [
      'an account without a limit',
      { quota: { perSecond: 14 }, notedAt: 0 },
      { quota: { perSecond: 14 }, at: new Date(0) },
    ],
  ])('reads %s', async (_, Item, noted) => {
    dynamo.on(GetCommand).resolves(Item ? { Item } : {});

    expect(await notes.read()).toEqual(noted);
  });

  it('is claimed by one', async () => {
    dynamo
      .on(UpdateCommand)
      .resolvesOnce({})
      .rejects(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));

    expect([await notes.claim(now, since), await notes.claim(now, since)]).toEqual([true, false]);
    expect(dynamo.commandCalls(UpdateCommand)[0]?.args[0].input).toMatchObject({
      Key: { pk: 'account', sk: 'quota' },
      ConditionExpression: 'attribute_not_exists(claimedAt) OR claimedAt <= :since',
      ExpressionAttributeValues: { ':now': now.getTime(), ':since': since.getTime() },
    });
  });

  it('notes beside the claim, which stays', async () => {
    dynamo.on(UpdateCommand).resolves({});

    await notes.note({ quota: { perSecond: 14 }, at: now });

    expect(dynamo.commandCalls(UpdateCommand)[0]?.args[0].input).toMatchObject({
      UpdateExpression: 'SET quota = :quota, notedAt = :at',
      ExpressionAttributeValues: { ':quota': { perSecond: 14 }, ':at': now.getTime() },
    });
  });
});
