import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDatabase } from '@bulkhead/local-cloud/database';

import { freePorts } from '../../../../scripts/lib/free-ports.ts';
import { DynamoDeedLog } from '../../src/adapters/dynamo-deed-log.ts';
import type { Deed } from '../../src/domain/deed.ts';

const HOST = '127.0.0.1';
const TABLE = 'deeds';

const port = await freePorts(1);
const database = await startDatabase({ host: HOST, port, log: () => {}, onDeath: () => {} });
const client = new DynamoDBClient({
  region: 'eu-west-1',
  endpoint: `http://${HOST}:${port}`,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const deeds = new DynamoDeedLog(DynamoDBDocumentClient.from(client), TABLE);

const deed = (n: number): Deed => ({
  at: new Date(Date.UTC(2026, 10, 22, 10, n)),
  service: 'audience',
  operation: 'DELETE /api/audience/contacts/{contactId}',
  subject: { contactId: 'Zr1Y0oV8yQ2mJxkW3nTb5g' },
  person: n % 2 === 0 ? { sub: 'ada', name: 'Ada Administrator', role: 'administrator' } : { sub: 'nightly' },
  status: 202,
  requestId: `request-${n}`,
});
const written = Array.from({ length: 5 }, (_, n) => deed(n));

beforeAll(async () => {
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  for (const one of written) await deeds.append(one);
});

afterAll(async () => {
  client.destroy();
  await database.stop();
});

const all = { limit: 100, cursor: undefined, from: undefined };

it('gives back what was written, newest first, over pages', async () => {
  const first = await deeds.page({ ...all, limit: 3 });
  const second = await deeds.page({ ...all, limit: 3, cursor: first.cursor });

  expect([...first.items, ...second.items]).toEqual(written.toReversed());
  expect(second.cursor).toBeUndefined();
});

it('keeps what was written first when a deed comes again', async () => {
  await deeds.append({ ...deed(2), person: { sub: 'mallory' } });

  expect((await deeds.page(all)).items).toEqual(written.toReversed());
});

it('begins at a time', async () => {
  const { items } = await deeds.page({ ...all, from: deed(3).at });

  expect(items).toEqual([deed(4), deed(3)]);
});

it('opens no cursor that it did not give', async () => {
  const forged = Buffer.from('{"pk":"deeds"}').toString('base64url');

  await expect(deeds.page({ ...all, cursor: forged })).rejects.toMatchObject({ name: 'CursorUnreadable' });
});
