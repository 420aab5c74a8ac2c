import { gunzipSync } from 'node:zlib';

import { SnapshotManifestV1, SnapshotRowV1 } from '@bulkhead/contracts';
import { inMemoryBucket } from '@bulkhead/testing';
import * as z from 'zod/mini';

import { S3SnapshotChunks } from './s3-snapshot-chunks.ts';
import { S3SnapshotParts } from './s3-snapshot-parts.ts';
import { S3Snapshots } from './s3-snapshots.ts';

const setUp = () => {
  const bucket = inMemoryBucket('audience-bucket');
  const unsubscribeUrl = 'https://api.test/api/audience/unsubscribe/';
  return {
    bucket,
    chunks: new S3SnapshotChunks(bucket),
    parts: new S3SnapshotParts(bucket),
    snapshots: new S3Snapshots(bucket, unsubscribeUrl),
  };
};
const list = { listId: 'lst_1', name: 'Letters', createdAt: '2026-11-21T10:00:00.000Z' };
const ada = { contactId: 'AAAAAAAAAAAAAAAAAAAAAA', address: 'ada@example.com', fields: { name: '아다 👩‍🚀' } };
const take = { runId: 'run_1', takeId: 'take_1' };
const chunk = { uri: 's3://audience-bucket/exchange/run_1/take_1/chunk-00000.ndjson.gz', etag: 'e1', recipients: 1 };
const snapshot = {
  runId: 'run_1',
  lists: [list] as const,
  fields: ['name'],
  chunks: [chunk],
  excluded: { unsubscribed: 2, suppressed: 1, leftOut: 3 },
};
const answer = {
  runId: 'run_1',
  manifest: 's3://audience-bucket/exchange/run_1/manifest.json',
  recipients: 1,
  chunks: 1,
  excluded: { unsubscribed: 2, suppressed: 1, leftOut: 3 },
};

it('writes chunks that others can read, each take in a folder of its own', async () => {
  const { bucket, chunks } = setUp();

  const written = await chunks.write(take, 'chunk-00000', [{ ...ada, token: 'token' }]);

  const key = 'exchange/run_1/take_1/chunk-00000.ndjson.gz';
  expect(written).toEqual({ ...chunk, etag: (await bucket.head(key))?.etag });
  const lines = gunzipSync(bucket.objects.get(key)?.body ?? '')
    .toString()
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => z.parse(SnapshotRowV1, JSON.parse(line)))).toEqual([{ ...ada, token: 'token' }]);
});

it('cuts chunks anew, letter by letter as they were', async () => {
  const { bucket, chunks } = setUp();
  const people = [0, 1, 2, 3, 4].map((n) => ({ ...ada, fields: { name: `a\u2028b\r\n${n}` }, token: 'token' }));
  const old = [
    await chunks.write(take, 'one', people.slice(0, 2)),
    await chunks.write(take, 'two', people.slice(2, 3)),
    await chunks.write(take, 'three', people.slice(3)),
  ];

  const written = await chunks.cutAnew({ ...take, takeId: 'take_2' }, old, [1, 3, 1]);

  const rows = written.map(({ uri }) =>
    gunzipSync(bucket.objects.get(uri.replace('s3://audience-bucket/', ''))?.body ?? '')
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => z.parse(SnapshotRowV1, JSON.parse(line))),
  );
  expect(rows.map(({ length }) => length)).toEqual(written.map(({ recipients }) => recipients));
  expect([written.map(({ recipients }) => recipients), rows.flat()]).toEqual([[1, 3, 1], people]);
});

it('keeps the first of two parts of the same shard', async () => {
  const { parts } = setUp();
  const whole = { runId: 'run_1', attempt: 1, shards: 3 };
  const part = { shard: 2, full: [chunk], excluded: { unsubscribed: 0, suppressed: 0, leftOut: 0 } };

  await parts.record(whole, part);
  await parts.record(whole, { ...part, full: [] });
  await parts.record({ ...whole, attempt: 2 }, { ...part, shard: 0 });

  expect(await parts.all(whole)).toEqual([part]);
  expect(await parts.find({ ...whole, shard: 1 })).toBeUndefined();
});

it('writes a manifest that others can read, and reads it', async () => {
  const { bucket, snapshots } = setUp();

  expect(await snapshots.conclude(snapshot)).toEqual(answer);

  const manifest = bucket.objects.get('exchange/run_1/manifest.json')?.body.toString() ?? '';
  expect(z.parse(SnapshotManifestV1, JSON.parse(manifest))).toMatchObject({
    listName: 'Letters',
    chunks: [{ chunk: 0, rows: chunk.uri, etag: 'e1', recipients: 1 }],
  });
  expect(await snapshots.find('run_1')).toEqual(answer);
});

it('names all lists of a snapshot of several', async () => {
  const { bucket, snapshots } = setUp();
  const other = { ...list, listId: 'lst_2', name: 'Offers' };

  await snapshots.conclude({ ...snapshot, lists: [list, other] });

  const manifest = JSON.parse(bucket.objects.get('exchange/run_1/manifest.json')?.body.toString() ?? '');
  expect(z.parse(SnapshotManifestV1, manifest).lists).toEqual([
    { listId: 'lst_1', name: 'Letters' },
    { listId: 'lst_2', name: 'Offers' },
  ]);
});

it('answers with the first manifest when two takes end', async () => {
  const { snapshots } = setUp();
  await snapshots.conclude({ ...snapshot, excluded: { unsubscribed: 9, suppressed: 9, leftOut: 9 } });

  expect((await snapshots.conclude(snapshot)).excluded).toEqual({ unsubscribed: 9, suppressed: 9, leftOut: 9 });
});

it('knows that a snapshot has not been taken yet', async () => {
  expect(await setUp().snapshots.find('run_1')).toBeUndefined();
});

it('lets any other failure of S3 through', async () => {
  const failing = async () => {
    throw new Error('slow down');
  };
  const snapshots = new S3Snapshots({ get: failing, put: failing, uriOf: String }, 'https://api.test/');

  await expect(snapshots.find('run_1')).rejects.toThrow('slow down');
  await expect(snapshots.conclude(snapshot)).rejects.toThrow('slow down');
});
