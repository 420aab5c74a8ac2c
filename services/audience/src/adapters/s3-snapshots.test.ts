import { gunzipSync } from 'node:zlib';

import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { SnapshotManifestV1, SnapshotRowV1 } from '@bulkhead/contracts';
import { mockClient } from 'aws-sdk-client-mock';
import * as z from 'zod/mini';

import { S3ImportFiles } from './s3-import-files.ts';
import { S3Snapshots } from './s3-snapshots.ts';

const s3 = mockClient(S3Client);
const client = new S3Client({ region: 'eu-west-1' });
const snapshots = new S3Snapshots(client, 'audience-bucket', 'https://api.test/api/audience/unsubscribe/');
const files = new S3ImportFiles(
  client,
  'audience-bucket',
  async ({ input }, seconds) => `https://test/${input.Key}?${seconds}`,
);
const missing = new NoSuchKey({ message: 'no', $metadata: {} });
const list = { listId: 'lst_1', name: 'Letters', createdAt: '2026-11-21T10:00:00.000Z' };
const ada = { contactId: 'AAAAAAAAAAAAAAAAAAAAAA', address: 'ada@example.com', fields: { name: '아다 👩‍🚀' } };
const take = { runId: 'run_1', takeId: 'take_1' };
const chunk = { uri: 's3://audience-bucket/exchange/run_1/take_1/chunk-00000.ndjson.gz', etag: 'abc', recipients: 1 };
const snapshot = {
  runId: 'run_1',
  list,
  fields: ['name'],
  chunks: [chunk],
  excluded: { unsubscribed: 2, suppressed: 1 },
};
const answer = {
  runId: 'run_1',
  manifest: 's3://audience-bucket/exchange/run_1/manifest.json',
  recipients: 1,
  chunks: 1,
  excluded: { unsubscribed: 2, suppressed: 1 },
};
const put = () => s3.commandCalls(PutObjectCommand)[0]?.args[0].input;
const bodyOf = (body: unknown) => (body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(String(body)));
const givenObject = (body: unknown) =>
  s3.on(GetObjectCommand).callsFake(() => ({ Body: { transformToByteArray: async () => bodyOf(body) } }));

beforeEach(() => {
  s3.reset();
});

it('writes chunks that others can read, each take in a folder of its own', async () => {
  s3.on(PutObjectCommand).resolves({ ETag: '"abc"' });

  expect(await snapshots.writeChunk(take, 0, [{ ...ada, token: 'token' }])).toEqual(chunk);

  const lines = gunzipSync(bodyOf(put()?.Body)).toString().trimEnd().split('\n');
  expect(lines.map((line) => z.parse(SnapshotRowV1, JSON.parse(line)))).toEqual([{ ...ada, token: 'token' }]);
});

it('writes a manifest that others can read, unless there is one', async () => {
  s3.on(PutObjectCommand).resolves({ ETag: '"def"' });

  expect(await snapshots.conclude(snapshot)).toEqual(answer);

  expect(put()?.IfNoneMatch).toBe('*');
  expect(z.parse(SnapshotManifestV1, JSON.parse(bodyOf(put()?.Body).toString()))).toMatchObject({
    listName: 'Letters',
    chunks: [{ chunk: 0, rows: chunk.uri, etag: 'abc', recipients: 1 }],
  });
});

it('answers with the first manifest when two takes end', async () => {
  s3.on(PutObjectCommand).resolves({});
  await snapshots.conclude({ ...snapshot, excluded: { unsubscribed: 9, suppressed: 9 } });
  givenObject(put()?.Body);
  s3.on(PutObjectCommand).rejects(
    new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {}, message: 'exists' }),
  );

  expect((await snapshots.conclude(snapshot)).excluded).toEqual({ unsubscribed: 9, suppressed: 9 });
});

it('knows that a snapshot has not been taken yet', async () => {
  s3.on(GetObjectCommand).rejects(missing);

  expect(await snapshots.find('run_1')).toBeUndefined();
});

it('lets any other failure of S3 through', async () => {
  s3.on(GetObjectCommand).rejects(new Error('slow down')).on(PutObjectCommand).rejects(new Error('slow down'));

  await expect(snapshots.find('run_1')).rejects.toThrow('slow down');
  await expect(snapshots.conclude(snapshot)).rejects.toThrow('slow down');
});

describe('S3ImportFiles', () => {
  const name = { importId: 'imp_1', attempt: 'a-0', chunk: 7 };

  it('reads back the chunk that it wrote', async () => {
    s3.on(PutObjectCommand).resolves({});
    const uri = await files.writeChunk(name, [ada]);
    givenObject(put()?.Body);

    expect(uri).toBe('s3://audience-bucket/imports/imp_1/a-0/chunk-00007.ndjson.gz');
    expect(await files.readChunk(uri)).toEqual([ada]);
    expect(s3.commandCalls(GetObjectCommand)[0]?.args[0].input.Key).toBe('imports/imp_1/a-0/chunk-00007.ndjson.gz');
  });

  it('gives up a chunk whose rows are gone, and says what to do', async () => {
    s3.on(GetObjectCommand).rejects(missing);

    await expect(files.readChunk('s3://audience-bucket/imports/x')).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'chunk_missing',
    });
  });

  it('links to rejected rows for a quarter of an hour', async () => {
    s3.on(PutObjectCommand).resolves({});

    const key = await files.writeRejectedRows(name, 'sheet,row');

    expect(await files.linkToRejectedRows(key, '사람들.csv')).toBe(
      'https://test/imports/imp_1/a-0/rejected-rows.csv?900',
    );
  });
});
