import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { CursorUnreadable } from '@bulkhead/lambda-kit';
import { mockClient } from 'aws-sdk-client-mock';

import type { Campaign } from '../domain/campaign.ts';
import { freshControl } from '../domain/control.ts';
import { freshPlan } from '../domain/plan.ts';
import { newRun, type Run } from '../domain/run.ts';
import { draft, korean, snapshot, template, waveResult } from '../testing/world.ts';
import { DynamoCampaigns } from './dynamo-campaigns.ts';
import { DynamoRunFacts } from './dynamo-run-facts.ts';
import { DynamoRuns } from './dynamo-runs.ts';
import { DynamoSenders } from './dynamo-senders.ts';
import { DynamoTemplates } from './dynamo-templates.ts';
import { DynamoWaves } from './dynamo-waves.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = { db: DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), name: 'campaigns' };
const now = new Date('2026-11-21T10:00:00Z');
const conditionFailed = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const localTime = { at: '2026-12-01T09:00', field: 'zone', otherwise: 'Asia/Seoul' };
const run: Run = {
  ...newRun(
    {
      ...draft,
      audience: { lists: ['lst_2'] },
      window: { timeZone: 'UTC', days: ['mon'], from: '09:00', to: '20:00' },
      guardrails: { complaints: 0.0005 },
      localTime,
    },
    { attempt: 1, now },
  ),
  content: { uri: 's3://bucket/content.json', fields: ['name'] },
  plan: {
    ...freshPlan({ recipients: 9_100, chunks: 10 }),
    open: { wave: 1, final: false, chunks: [0, 1, 2] },
    again: [5],
    doubt: [7, 8],
    openedAt: now,
    waveFinishedAt: now,
  },
  waitsUntil: now,
  opensAt: now,
  failure: { code: 'no_answer', message: 'dispatch has not answered' },
  finishedAt: now,
};

/** What the last write would have stored, as a read would answer it. */
const written = () => dynamo.commandCalls(PutCommand).at(-1)?.args[0].input.Item;

beforeEach(() => {
  dynamo.reset();
  dynamo.on(PutCommand).resolves({});
});

describe('DynamoCampaigns', () => {
  const campaigns = new DynamoCampaigns(table);
  const every: readonly Campaign[] = [
    { ...draft, replyTo: 'hello@example.com', changedBy: 'command-1', doubt: { policy: 'leave', settleMinutes: 60 } },
    { ...draft, status: 'scheduled', sendAt: now },
    { ...draft, status: 'scheduled', sendAt: now, localTime },
    {
      ...draft,
      status: 'held',
      audience: { lists: ['lst_2'], exclude: ['lst_3'], segments: ['seg_1'], excludeSegments: ['seg_2'] },
    },
    { ...draft, status: 'failed', from: { address: 'a@example.com' }, endedAt: now },
    {
      ...draft,
      status: 'cancelled',
      from: { senderId: 'newsletter-kr' },
      window: { timeZone: 'UTC', days: ['mon'], from: '09:00', to: '20:00' },
      guardrails: { hardBounces: 0.02 },
    },
  ];

  it.each(every)('reads what it has written of a campaign that is $status', async (campaign) => {
    await campaigns.save(campaign);
    dynamo.on(GetCommand).resolves({ Item: written() });

    expect(await campaigns.find(campaign.id)).toEqual(campaign);
  });

  it('writes a first version only where there is none, and a later one only over the one before', async () => {
    await campaigns.save(draft);
    await campaigns.save({ ...draft, version: 4 });

    expect(dynamo.commandCalls(PutCommand).map(({ args }) => args[0].input)).toMatchObject([
      { ConditionExpression: 'attribute_not_exists(pk)' },
      { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': 3 } },
    ]);
  });

  it('asks for a retry when somebody else was first', async () => {
    dynamo.on(PutCommand).rejects(conditionFailed);
    dynamo.on(DeleteCommand).rejects(conditionFailed);
    const changed = { name: 'RetryableError', code: 'campaign_changed' };

    await expect(campaigns.save(draft)).rejects.toMatchObject(changed);
    await expect(campaigns.remove(draft)).rejects.toMatchObject(changed);
  });

  it('lets through what it does not understand', async () => {
    dynamo.on(PutCommand).rejects(new Error('socket hang up'));

    await expect(campaigns.save(draft)).rejects.toThrow('socket hang up');
  });

  it('pages newest first, and goes on where the cursor points', async () => {
    dynamo.on(QueryCommand).resolves({ Items: [{ ...draft }], LastEvaluatedKey: { pk: 'campaigns', sk: 'cmp_1' } });

    const { items, cursor } = await campaigns.list({ limit: 1 });
    await campaigns.list({ limit: 1, cursor });

    expect(items).toEqual([draft]);
    expect(dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input)).toMatchObject([
      { ScanIndexForward: false, Limit: 1 },
      { ExclusiveStartKey: { pk: 'campaigns', sk: 'cmp_1' } },
    ]);
  });

  it('does not begin again for a cursor that it did not make', async () => {
    await expect(campaigns.list({ limit: 1, cursor: 'bm9uc2Vuc2U' })).rejects.toThrow(CursorUnreadable);

    expect(dynamo.commandCalls(QueryCommand)).toEqual([]);
  });
});

describe('DynamoTemplates', () => {
  const templates = new DynamoTemplates(table);

  it.each([
    template,
    { ...template, text: 'Hello' },
    { ...template, source: { format: 'mjml', text: '<mjml/>' } as const },
  ])('reads what it has written', async (given) => {
    await templates.save(given);
    dynamo.on(GetCommand).resolves({ Item: written() });

    expect(await templates.find(given.id)).toEqual(given);
  });

  it('asks for a retry when somebody else was first', async () => {
    dynamo.on(PutCommand).rejects(conditionFailed);

    await expect(templates.save(template)).rejects.toMatchObject({ code: 'template_changed' });
  });
});

describe('DynamoWaves', () => {
  it('reads how waves ended, oldest first, with what was known then', async () => {
    const health = { sent: 1, delivered: 1, hardBounced: 0, complained: 0, rejected: 0, delayed: 0 };
    const { pending: _pending, left: _left, unsettled: _unsettled, ...rest } = waveResult(2);
    const { chunksWithPending: _again, chunksWithDoubt: _doubt, ...kept } = rest;
    const facts = new DynamoRunFacts(table);
    const items: (Record<string, unknown> | undefined)[] = [];
    for (const ended of [{ releasedAt: now, health }, undefined]) {
      await facts.keepWave('run_1', waveResult(2), ended);
      items.unshift(written());
    }
    dynamo.on(QueryCommand).resolves({ Items: items.map((item) => item ?? {}) });

    const waves = await new DynamoWaves(table).of('run_1', 200);

    expect(waves).toEqual([{ ...kept, releasedAt: now, health }, kept]);
    expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({ Limit: 200, ScanIndexForward: false });
  });
});

describe('DynamoSenders', () => {
  const senders = new DynamoSenders(table);

  it.each([korean, { id: 'plain', version: 2, name: 'Plain', address: 'a@example.com', timeZone: 'UTC' }])(
    'reads what it has written of $id',
    async (profile) => {
      await senders.save(profile);
      dynamo.on(GetCommand).resolves({ Item: written() });

      expect(await senders.find(profile.id)).toEqual(profile);
    },
  );

  it('asks for a retry when somebody else was first', async () => {
    dynamo.on(PutCommand).rejects(conditionFailed);

    await expect(senders.save(korean)).rejects.toMatchObject({ code: 'sender_changed' });
  });
});

describe('DynamoRuns', () => {
  const runs = new DynamoRuns(table);

  it('puts a run together from its items, and the result of its open wave', async () => {
    await runs.save(run);
    const runItem = written();
    const facts = new DynamoRunFacts(table);
    const timed = { ...snapshot, departures: [{ firstChunk: 0, recipients: 1_900, notBefore: now }] };
    await facts.keepSnapshot(run.runId, timed);
    const snapshotItem = written();
    const snapshotProgress = { attempt: 2, waitsFor: 'Waits for "a.csv".', at: now };
    await facts.keepSnapshotProgress(run.runId, snapshotProgress);
    const progressItem = written();
    const capacity = { perSecond: 13.72, activeRuns: 2, left24Hours: 40_000, refreshedAt: now };
    await facts.keepCapacity(run.runId, capacity);
    const capacityItem = written();
    await facts.keepWave(run.runId, waveResult(1, { chunksWithPending: [0, 1], chunksWithDoubt: [2] }));
    dynamo
      .on(QueryCommand)
      .resolves({ Items: [{ ...runItem }, { ...snapshotItem }, { ...progressItem }, { ...capacityItem }] });
    dynamo.on(GetCommand).resolves({ Item: written() });

    expect(await runs.find(run.runId)).toEqual({
      run: { ...run, revision: 1 },
      control: freshControl,
      health: { sent: 0, delivered: 0, hardBounced: 0, complained: 0, rejected: 0, delayed: 0 },
      snapshot: timed,
      snapshotProgress,
      capacity,
      openResult: waveResult(1, { chunksWithPending: [0, 1], chunksWithDoubt: [2] }),
    });
  });

  it('remembers what could not be read, of a run and of its open wave', async () => {
    const unreadable = [{ reason: 'chunk_missing', chunks: [0, 1, 7] }];
    const torn = { ...run, plan: { ...freshPlan(snapshot), unreadable, open: { wave: 1, final: false, chunks: [2] } } };
    const result = waveResult(1, { unreadable: [{ reason: 'row_malformed', recipients: 3, chunks: [2] }] });
    await runs.save(torn);
    const runItem = written();
    await new DynamoRunFacts(table).keepWave(run.runId, result);
    dynamo.on(QueryCommand).resolves({ Items: [{ ...runItem }] });
    dynamo.on(GetCommand).resolves({ Item: written() });

    expect(await runs.find(run.runId)).toMatchObject({ run: { plan: torn.plan }, openResult: result });
  });

  it('knows no run that was never written', async () => {
    dynamo.on(QueryCommand).resolves({ Items: [] });

    expect(await runs.find('run_9')).toBeUndefined();
  });

  it('writes only over the revision that was read', async () => {
    await runs.save({ ...run, revision: 7 });
    dynamo.on(PutCommand).rejects(conditionFailed);

    expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input).toMatchObject({
      Item: { revision: 8 },
      ConditionExpression: 'revision = :read',
      ExpressionAttributeValues: { ':read': 7 },
    });
    await expect(runs.save(run)).rejects.toMatchObject({ name: 'RetryableError', code: 'run_changed' });
  });

  it('holds a run of ten thousand chunks in a small item', async () => {
    const chunks = Array.from({ length: 10_000 }, (_, n) => n);
    await runs.save({ ...run, plan: { ...freshPlan({ recipients: 1, chunks: 1 }), again: chunks } });

    expect(JSON.stringify(written()).length).toBeLessThan(2_000);
  });
});
