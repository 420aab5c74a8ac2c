import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { unknownFlow } from '../domain/flow.ts';
import { DynamoFlowLog } from './dynamo-flow-log.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const log = new DynamoFlowLog(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'feedback', {
  drainMs: 60_000,
  figuresMs: 60_000,
  hiddenMs: 190_000,
});
const refused = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const older = { pk: 'FLOW', sk: 'FLOW', beatAtMs: 900_000, resumedAtMs: 100_000, heldUpAtMs: 0, rev: 4 };
const stored = { ...older, lastChanceAtMs: 0 };

beforeEach(() => {
  dynamo.reset();
});

describe('DynamoFlowLog', () => {
  it('begins with nothing known', async () => {
    dynamo.on(GetCommand).resolves({});

    expect(await log.read()).toEqual(unknownFlow);
  });

  it('writes the flow after a batch over the one it has read, and over no other', async () => {
    dynamo
      .on(GetCommand)
      .resolvesOnce({ Item: { ...stored, rev: 3 } })
      .resolves({ Item: stored });
    dynamo.on(PutCommand).rejectsOnce(refused).resolves({});

    await log.note({ nowMs: 910_000, isHeldUp: true, isLastChance: false });

    expect(dynamo.commandCalls(PutCommand)[1]?.args[0].input).toMatchObject({
      Item: { ...stored, beatAtMs: 910_000, heldUpAtMs: 910_000, rev: 5 },
      ConditionExpression: 'rev = :read',
      ExpressionAttributeValues: { ':read': 4 },
    });
  });

  it('asks for a retry when others always write first', async () => {
    dynamo.on(GetCommand).resolves({});
    dynamo.on(PutCommand).rejects(refused);

    await expect(log.note({ nowMs: 1, isHeldUp: false, isLastChance: false })).rejects.toMatchObject({
      name: 'RetryableError',
      code: 'flow_contended',
    });
  });

  it('lets any other failure through', async () => {
    const lost = new Error('socket hang up');
    dynamo.on(GetCommand).resolves({});
    dynamo.on(PutCommand).rejects(lost);

    await expect(log.note({ nowMs: 1, isHeldUp: false, isLastChance: false })).rejects.toBe(lost);
  });
});
