import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { freshControl } from '../domain/control.ts';
import { snapshot, waveResult } from '../testing/world.ts';
import { DynamoControls } from './dynamo-controls.ts';
import { DynamoRunFacts } from './dynamo-run-facts.ts';
import { DynamoTaskTokens } from './dynamo-task-tokens.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = { db: DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), name: 'campaigns' };
const now = new Date('2026-11-21T10:00:00Z');
const conditionFailed = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const written = () => dynamo.commandCalls(PutCommand).at(-1)?.args[0].input.Item;

beforeEach(() => {
  dynamo.reset();
  dynamo.on(PutCommand).resolves({});
});

describe('DynamoRunFacts', () => {
  const facts = new DynamoRunFacts(table);
  const health = { sent: 10, delivered: 8, hardBounced: 1, complained: 0, rejected: 0, delayed: 0 };

  it('keeps the first of what is said twice, without complaint', async () => {
    dynamo.on(PutCommand).rejects(conditionFailed);

    await facts.keepSnapshot('run_1', snapshot);
    await facts.keepWave('run_1', waveResult(1));
    await facts.keepHealth('run_1', health);
    await facts.keepCapacity('run_1', { perSecond: 14, activeRuns: 1, refreshedAt: now });
    await facts.keepSnapshotProgress('run_1', { at: now });

    expect(dynamo.commandCalls(PutCommand).map(({ args }) => args[0].input.ConditionExpression)).toEqual([
      'attribute_not_exists(pk)',
      'attribute_not_exists(pk)',
      'attribute_not_exists(pk) OR #total < :total',
      'attribute_not_exists(pk) OR #at <= :at',
      'attribute_not_exists(pk) OR #at <= :at',
    ]);
  });

  it.each([
    { what: 'an answered snapshot', step: { step: 'snapshot' } as const, item: { manifest: 'm' }, expected: true },
    { what: 'a snapshot without an answer', step: { step: 'snapshot' } as const, item: undefined, expected: false },
    {
      what: 'a snapshot that a cancelled run needs no more',
      step: { step: 'snapshot' } as const,
      item: { control: 'cancel' },
      expected: true,
    },
    { what: 'a finished wave', step: { step: 'wave', wave: 2 } as const, item: { wave: 2 }, expected: true },
    { what: 'a held run', step: { step: 'resume' } as const, item: { control: 'hold' }, expected: false },
    { what: 'a resumed run', step: { step: 'resume' } as const, item: { control: 'send' }, expected: true },
    {
      what: 'a run that waits for its window',
      step: { step: 'window' } as const,
      item: { control: 'hold' },
      expected: false,
    },
    {
      what: 'a run that need not wait for it',
      step: { step: 'window' } as const,
      item: { control: 'cancel' },
      expected: true,
    },
    { what: 'a run that nobody controlled', step: { step: 'resume' } as const, item: undefined, expected: true },
  ])('knows $what', async ({ step, item, expected }) => {
    dynamo.on(GetCommand).resolves(item ? { Item: item } : {});

    expect(await facts.isAnswered('run_1', step)).toBe(expected);
  });
});

describe('DynamoControls', () => {
  const controls = new DynamoControls(table);
  const held = { ...freshControl, control: 'hold' as const, revision: 1, reason: 'asked', askedAt: now };

  it('reads what it has written', async () => {
    await controls.save('run_1', held);
    dynamo.on(GetCommand).resolves({ Item: written() });

    expect(await controls.find('run_1')).toEqual(held);
  });

  it('says when somebody else was first', async () => {
    dynamo.on(PutCommand).rejects(conditionFailed);

    expect(await controls.save('run_1', { ...held, revision: 4 })).toBe(false);
  });
});

describe('DynamoTaskTokens', () => {
  const tokens = new DynamoTaskTokens(table, () => now);

  it('keeps tokens of a step side by side, for as long as an execution may live', async () => {
    dynamo.on(UpdateCommand).resolves({});

    await tokens.keep('run_1', { step: 'wave', wave: 3 }, 'token-1');

    expect(dynamo.commandCalls(UpdateCommand)[0]?.args[0].input).toMatchObject({
      Key: { pk: 'run#run_1', sk: 'token#wave-3' },
      UpdateExpression: 'ADD tokens :token SET #ttl = :ttl',
      ExpressionAttributeValues: { ':token': new Set(['token-1']), ':ttl': 1_795_255_200 + 366 * 86_400 },
    });
  });

  it('reads them, and none where there are none', async () => {
    dynamo
      .on(GetCommand)
      .resolvesOnce({ Item: { tokens: new Set(['a', 'b']) } })
      .resolvesOnce({});

    expect(await tokens.of('run_1', { step: 'snapshot' })).toEqual(['a', 'b']);
    expect(await tokens.of('run_1', { step: 'snapshot' })).toEqual([]);
  });

  it('does not write to forget nothing', async () => {
    await tokens.forget('run_1', { step: 'resume' }, []);

    expect(dynamo.commandCalls(UpdateCommand)).toEqual([]);
  });
});
