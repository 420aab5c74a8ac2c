import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { CursorUnreadable, encodeCursor } from '@bulkhead/lambda-kit';
import { mockClient } from 'aws-sdk-client-mock';

import { draft } from '../testing/world.ts';
import { DynamoCampaigns } from './dynamo-campaigns.ts';
import { campaignKey } from './keys.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const db = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));
const campaigns = new DynamoCampaigns({ db, name: 'campaigns' });
const held = { ...draft, status: 'held' } as const;

beforeEach(() => {
  dynamo.reset();
  dynamo.on(QueryCommand).resolves({ Items: [{ sk: held.id }] });
});

it('does not show as held what has gone on since the index heard of it', async () => {
  dynamo.on(BatchGetCommand).resolves({ Responses: { campaigns: [{ ...held, status: 'sending' }] } });

  expect(await campaigns.list({ limit: 10, among: ['held'] })).toEqual({ items: [] });
});

it('asks again for what DynamoDB has left unread', async () => {
  const unread = { campaigns: { Keys: [campaignKey(held.id)] } };
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ UnprocessedKeys: unread })
    .resolves({ Responses: { campaigns: [held] } });

  expect(await campaigns.list({ limit: 10, among: ['held'] })).toEqual({ items: [held] });
});

it('reads no run as a campaign, whatever a cursor says', async () => {
  dynamo.on(BatchGetCommand).resolves({});

  await campaigns.list({ limit: 10, cursor: encodeCursor({ sk: 'zzz' }), among: ['held'] });

  expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input.ExpressionAttributeValues).toMatchObject({
    ':before': 'cmp`',
  });
});

it('does not begin again for a cursor that is none of ours', async () => {
  await expect(campaigns.list({ limit: 10, cursor: 'mine', among: ['held'] })).rejects.toThrow(CursorUnreadable);
});
