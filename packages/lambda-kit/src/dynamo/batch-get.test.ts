import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { batchGet } from './batch-get.ts';

const TABLE = 'items';
const dynamo = mockClient(DynamoDBDocumentClient);
const db = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));
const key = (n: number) => ({ pk: 'p', sk: String(n) });
const keys = (size: number) => Array.from({ length: size }, (_, n) => key(n));
const answering = (...ns: readonly number[]) => ({ Responses: { [TABLE]: ns.map(key) } });
const leaving = (...ns: readonly number[]) => ({ UnprocessedKeys: { [TABLE]: { Keys: ns.map(key) } } });

const requests = () =>
  dynamo.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems?.[TABLE] ?? { Keys: [] });
const asked = () => requests().map(({ Keys = [] }) => Keys);

const recordingPauses = () => {
  const pauses: number[] = [];
  const pause = (ms: number) => Promise.resolve(pauses.push(ms));
  return { pause, pauses };
};

beforeEach(() => {
  dynamo.reset();
});

it('reads whole items, strongly consistent', async () => {
  dynamo.on(BatchGetCommand).resolves(answering(1, 0));

  const items = await batchGet(db, { table: TABLE, keys: keys(3) });

  expect(items).toEqual([key(1), key(0)]);
  expect(requests()).toEqual([{ Keys: keys(3), ConsistentRead: true }]);
});

it('reads in another way if told so', async () => {
  dynamo.on(BatchGetCommand).resolves({});

  await batchGet(db, { table: TABLE, keys: keys(1), how: { ConsistentRead: false, ProjectionExpression: 'sk' } });

  expect(requests()).toEqual([{ Keys: keys(1), ConsistentRead: false, ProjectionExpression: 'sk' }]);
});

it('asks for nothing if nothing is wanted', async () => {
  const items = await batchGet(db, { table: TABLE, keys: [] });

  expect([items, asked()]).toEqual([[], []]);
});

it('asks again, after a pause, for what was left unread and only for that', async () => {
  const { pause, pauses } = recordingPauses();
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ ...answering(0), ...leaving(1, 2) })
    .resolvesOnce({ ...answering(2), ...leaving(1) })
    .resolves(answering(1));

  const items = await batchGet(db, { table: TABLE, keys: keys(3) }, pause);

  expect(items).toEqual([key(0), key(2), key(1)]);
  expect(asked()).toEqual([keys(3), [key(1), key(2)], [key(1)]]);
  expect(pauses).toHaveLength(2);
});

it('waits twice as long each time, by chance a little less', async () => {
  const { pause, pauses } = recordingPauses();
  dynamo.on(BatchGetCommand).resolves(leaving(0));

  await Promise.allSettled([batchGet(db, { table: TABLE, keys: keys(1) }, pause)]);

  const longest = [40, 80, 160, 320, 640, 1_280, 2_560];
  expect(pauses).toHaveLength(longest.length);
  expect(pauses.filter((ms, n) => ms < (longest[n] ?? 0) / 2 || ms > (longest[n] ?? 0))).toEqual([]);
});

it('asks to be called again when keys stay unread', async () => {
  dynamo.on(BatchGetCommand).resolves(leaving(0));

  const reading = batchGet(db, { table: TABLE, keys: keys(2) }, () => Promise.resolve());

  await expect(reading).rejects.toMatchObject({ name: 'RetryableError', code: 'items_not_read' });
  expect(asked()).toHaveLength(8);
});

it('gives up as early, and under the name, as its caller says', async () => {
  dynamo.on(BatchGetCommand).resolves(leaving(0));

  const reading = batchGet(db, { table: TABLE, keys: keys(1), tries: 2, code: 'table_busy' }, () => Promise.resolve());

  await expect(reading).rejects.toMatchObject({ name: 'RetryableError', code: 'table_busy' });
  expect(asked()).toHaveLength(2);
});

it('lets a failure of DynamoDB through as it is', async () => {
  const lost = new Error('lost');
  dynamo.on(BatchGetCommand).rejects(lost);

  await expect(batchGet(db, { table: TABLE, keys: keys(1) })).rejects.toBe(lost);
});

it('asks for no more than one request takes, one request after the other', async () => {
  const underWay: number[] = [];
  dynamo.on(BatchGetCommand).callsFake(async () => {
    underWay.push(1);
    const seen = underWay.length;
    await new Promise(setImmediate);
    underWay.pop();
    return { Responses: { [TABLE]: [{ seen }] } };
  });

  const items = await batchGet(db, { table: TABLE, keys: keys(250) });

  expect(asked().map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(items).toEqual([{ seen: 1 }, { seen: 1 }, { seen: 1 }]);
});

it('makes as many requests at once as it may', async () => {
  const { pause, pauses } = recordingPauses();
  const begun: number[] = [];
  dynamo.on(BatchGetCommand).callsFake(async () => {
    begun.push(begun.length);
    await new Promise(setImmediate);
    return { Responses: { [TABLE]: [{ begunBy: begun.length }] } };
  });

  const items = await batchGet(db, { table: TABLE, keys: keys(250), requestsAtOnce: 2 }, pause);

  expect(items).toEqual([{ begunBy: 2 }, { begunBy: 3 }, { begunBy: 3 }]);
  expect(pauses).toEqual([]);
});
