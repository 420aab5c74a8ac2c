import { CreateTableCommand, DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDatabase } from '@bulkhead/local-cloud/database';

import { freePorts } from '../../../../scripts/lib/free-ports.ts';
import { DynamoCampaigns } from '../../src/adapters/dynamo-campaigns.ts';
import { DynamoRuns } from '../../src/adapters/dynamo-runs.ts';
import type { Campaign } from '../../src/domain/campaign.ts';
import { newRun } from '../../src/domain/run.ts';
import { draft } from '../../src/testing/world.ts';
import { shape } from './table-shape.ts';

const HOST = '127.0.0.1';
const now = new Date('2026-11-22T12:00:00Z');

let client: DynamoDBClient;
let stop: () => Promise<void>;
let tables = 0;

beforeAll(async () => {
  const port = await freePorts(1);
  const database = await startDatabase({ host: HOST, port, log: () => {}, onDeath: () => {} });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new DynamoDBClient({ region: 'eu-west-1', endpoint: `http://${HOST}:${port}`, credentials });
  stop = () => database.stop();
});

afterAll(async () => {
  client.destroy();
  await stop();
});

const startTable = async (properties = shape) => {
  const name = `bulkhead-test-campaigns-${(tables += 1)}`;
  await client.send(new CreateTableCommand({ TableName: name, ...properties }));
  const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { db, name };
};

const numbered = (n: number, status: Exclude<Campaign['status'], 'scheduled'> = 'draft'): Campaign => ({
  ...draft,
  id: `cmp_${String(n).padStart(4, '0')}`,
  status,
});

const idsOf = ({ items }: { readonly items: readonly Campaign[] }) => items.map(({ id }) => id);

describe('campaigns by their status', () => {
  it('are found however many newer ones there are of another', async () => {
    const campaigns = new DynamoCampaigns(await startTable());
    await campaigns.save(numbered(1, 'held'));
    await Promise.all(Array.from({ length: 120 }, (_, n) => campaigns.save(numbered(n + 2))));

    const page = await campaigns.list({ limit: 50, among: ['sending', 'held'] });

    expect(page).toEqual({ items: [numbered(1, 'held')] });
  });

  it('come page by page, the newest first, each of them once', async () => {
    const campaigns = new DynamoCampaigns(await startTable());
    const statuses = ['held', 'sending', 'sent'] as const;
    await Promise.all(Array.from({ length: 20 }, (_, n) => campaigns.save(numbered(n, statuses[n % 3]))));

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await campaigns.list({ limit: 3, cursor, among: ['sending', 'held'] });
      seen.push(...idsOf(page));
      ({ cursor } = page);
    } while (cursor !== undefined);

    const wanted = Array.from({ length: 20 }, (_, n) => n).filter((n) => n % 3 !== 2);
    expect(seen).toEqual(wanted.map((n) => numbered(n).id).toReversed());
  });

  it('leave with the write that changes it', async () => {
    const campaigns = new DynamoCampaigns(await startTable());
    await campaigns.save(numbered(1, 'held'));
    await campaigns.save({ ...numbered(1, 'sending'), version: 2 });

    expect(idsOf(await campaigns.list({ limit: 10, among: ['held'] }))).toEqual([]);
    expect(idsOf(await campaigns.list({ limit: 10, among: ['sending'] }))).toEqual([numbered(1).id]);
  });

  it('are no runs, which have a status of their own in the same table', async () => {
    const table = await startTable();
    const campaigns = new DynamoCampaigns(table);
    await campaigns.save(numbered(1, 'failed'));
    await new DynamoRuns(table).save({ ...newRun(numbered(1), { attempt: 1, now }), status: 'failed' });

    expect(await campaigns.list({ limit: 1, among: ['failed'] })).toMatchObject({ items: [numbered(1, 'failed')] });
    expect(idsOf(await campaigns.list({ limit: 10, among: ['failed'] }))).toEqual([numbered(1).id]);
  });

  it('are found in a table that was written before it had the index', async () => {
    const { GlobalSecondaryIndexes = [], AttributeDefinitions = [], ...keys } = shape;
    const ofKeys = AttributeDefinitions.filter(({ AttributeName }) => AttributeName !== 'status');
    const table = await startTable({ ...keys, AttributeDefinitions: ofKeys });
    const campaigns = new DynamoCampaigns(table);
    await campaigns.save(numbered(1, 'held'));

    const GlobalSecondaryIndexUpdates = GlobalSecondaryIndexes.map((index) => ({ Create: index }));
    await client.send(
      new UpdateTableCommand({ TableName: table.name, AttributeDefinitions, GlobalSecondaryIndexUpdates }),
    );

    expect(idsOf(await campaigns.list({ limit: 10, among: ['held'] }))).toEqual([numbered(1).id]);
  });
});
