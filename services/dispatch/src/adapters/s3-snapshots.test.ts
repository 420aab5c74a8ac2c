import { gzipSync } from 'node:zlib';

import { S3Objects } from './s3-objects.ts';
import { S3Snapshots } from './s3-snapshots.ts';

const MANIFEST = 's3://audience/exchange/run_1/manifest.json';
const ROWS = 's3://audience/exchange/run_1/chunk-00000.ndjson.gz';
const row = (n: number) => ({
  contactId: `c${n}`,
  address: `${n}@example.com`,
  token: 't',
  fields: { name: '김민수' },
});
const ndjson = (...rows: readonly unknown[]) => gzipSync(rows.map((each) => `${JSON.stringify(each)}\n`).join(''));

const setUp = ({ body = ndjson(row(0), row(1)), etag = 'e1', recipients = 2, also = {} } = {}) => {
  const read: string[] = [];
  const manifest = {
    version: 1,
    runId: 'run_1',
    listId: 'lst_1',
    listName: 'News',
    recipients,
    fields: ['name'],
    ...also,
    unsubscribeUrl: 'https://mail.example.com/u/',
    chunks: [{ chunk: 0, rows: ROWS, recipients, etag: '"e1"' }],
  };
  const objects = new Map([
    ['exchange/run_1/manifest.json', { body: Buffer.from(JSON.stringify(manifest)), etag: 'm' }],
    ['exchange/run_1/chunk-00000.ndjson.gz', { body, etag }],
  ]);
  const get = async (_: string, key: string) => {
    read.push(key);
    return objects.get(key);
  };
  return { snapshots: new S3Snapshots(new S3Objects(get)), get, read, objects };
};

it('reads the recipients of a chunk in their order', async () => {
  const { snapshots } = setUp();

  expect(await snapshots.rows(MANIFEST, 0)).toEqual({ kind: 'rows', rows: [row(0), row(1)] });
});

it('reads by which list somebody is mailed, and what the lists are called', async () => {
  const also = {
    lists: [
      { listId: 'lst_1', name: 'News' },
      { listId: 'lst_2', name: 'Offers' },
    ],
  };
  const { snapshots } = setUp({ body: ndjson(row(0), { ...row(1), listId: 'lst_2' }), also });

  const { lists } = await snapshots.manifest(MANIFEST);
  const read = await snapshots.rows(MANIFEST, 0);

  expect([...lists]).toEqual([
    ['lst_1', 'News'],
    ['lst_2', 'Offers'],
  ]);
  expect(read).toMatchObject({ rows: [row(0), { contactId: 'c1', listId: 'lst_2' }] });
});

it('knows of a row it cannot read, and reads the others', async () => {
  const { snapshots } = setUp({ body: ndjson({ contactId: 'c0' }, row(1)) });

  expect(await snapshots.rows(MANIFEST, 0)).toEqual({ kind: 'rows', rows: [undefined, row(1)] });
});

it.each([
  ['is not the one that was released', { etag: 'other' }, 'chunk_changed'],
  ['is not gzip', { body: Buffer.from('plain') }, 'chunk_malformed'],
  ['is empty', { body: Buffer.alloc(0) }, 'chunk_malformed'],
  ['is cut off', { body: ndjson(row(0), row(1)).subarray(0, 30) }, 'chunk_malformed'],
  ['is cut off, and so has another ETag', { body: ndjson(row(0)).subarray(0, 30), etag: 'other' }, 'chunk_malformed'],
  ['has too few rows', { recipients: 5 }, 'chunk_malformed'],
  ['has too many rows', { recipients: 1 }, 'chunk_malformed'],
])('cannot read a chunk whose object %s', async (_, given, reason) => {
  expect(await setUp(given).snapshots.rows(MANIFEST, 0)).toEqual({ kind: 'unreadable', reason });
});

it('cannot read a chunk whose object is missing', async () => {
  const { snapshots, objects } = setUp();
  objects.delete('exchange/run_1/chunk-00000.ndjson.gz');

  expect(await snapshots.rows(MANIFEST, 0)).toEqual({ kind: 'unreadable', reason: 'chunk_missing' });
});

it('cannot read a chunk that is not in its manifest', async () => {
  expect(await setUp().snapshots.rows(MANIFEST, 9)).toEqual({ kind: 'unreadable', reason: 'chunk_changed' });
});

it('does not call a chunk unreadable because S3 gives no answer', async () => {
  const { get } = setUp();
  const failing = async (bucket: string, key: string) => {
    if (key.endsWith('.gz')) throw new Error('SlowDown');
    return get(bucket, key);
  };

  await expect(new S3Snapshots(new S3Objects(failing)).rows(MANIFEST, 0)).rejects.toThrow('SlowDown');
});

it('tells chunks apart by their content, in few characters, with or without quotes around the ETag', async () => {
  const { snapshots } = setUp();

  const content = (await snapshots.manifest(MANIFEST)).chunks.get(0)?.content;

  expect(content).toMatch(/^[\w-]{16}$/);
});

it('reads a manifest once: it never changes', async () => {
  const { snapshots, read } = setUp();

  await snapshots.manifest(MANIFEST);
  await snapshots.rows(MANIFEST, 0);

  expect(read).toEqual(['exchange/run_1/manifest.json', 'exchange/run_1/chunk-00000.ndjson.gz']);
});

it.each([
  ['is missing', undefined, 'snapshot_missing'],
  ['breaks its contract', { body: Buffer.from('{"version":2}'), etag: 'm' }, 'snapshot_malformed'],
  ['is not JSON', { body: Buffer.from('<xml>'), etag: 'm' }, 'snapshot_malformed'],
])('parks a wave whose manifest %s', async (_, manifest, code) => {
  const { snapshots, objects } = setUp();
  objects.delete('exchange/run_1/manifest.json');
  if (manifest !== undefined) objects.set('exchange/run_1/manifest.json', manifest);

  await expect(snapshots.manifest(MANIFEST)).rejects.toMatchObject({ name: 'PermanentError', code });
});
