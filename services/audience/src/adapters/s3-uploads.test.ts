import { inMemoryBucket } from '@bulkhead/testing';

import { importIdOf, S3Uploads } from './s3-uploads.ts';

const key = 'uploads/imp_1';
const file = { body: 'hello', contentType: 'text/csv' };
const setUp = () => {
  const bucket = inMemoryBucket('bucket');
  return { bucket, uploads: new S3Uploads(bucket) };
};

it('permits one file to be put for an hour', async () => {
  const { url, method } = await setUp().uploads.permit('imp_1');

  expect([url, method]).toEqual(['https://bucket.test/uploads/imp_1?method=PUT&seconds=3600', 'PUT']);
});

it('describes a file by its size, its content and the replay that made it', async () => {
  const { bucket, uploads } = setUp();
  const etag = await bucket.put(key, file);

  expect(await uploads.find('imp_1')).toEqual({ bytes: 5, etag, replay: 0 });
  await uploads.announceAgain('imp_1', 3);
  expect(await uploads.find('imp_1')).toEqual({ bytes: 5, etag, replay: 3 });
});

it('knows that there is no file', async () => {
  expect(await setUp().uploads.find('imp_1')).toBeUndefined();
});

it('reads only the content that was described', async () => {
  const { bucket, uploads } = setUp();
  const etag = await bucket.put(key, file);

  expect(Buffer.from(await uploads.read('imp_1', etag)).toString()).toBe('hello');
});

it.each([
  [
    'changed',
    async (bucket: ReturnType<typeof inMemoryBucket>) => void (await bucket.put(key, { ...file, body: 'b' })),
  ],
  ['was removed', (bucket: ReturnType<typeof inMemoryBucket>) => bucket.remove(key)],
])('asks to be called again when the file %s before it could be read', async (_, happen) => {
  const { bucket, uploads } = setUp();
  const etag = await bucket.put(key, file);
  await happen(bucket);

  await expect(uploads.read('imp_1', etag)).rejects.toMatchObject({ name: 'RetryableError', code: 'upload_changed' });
});

it('lets any other failure of S3 through', async () => {
  const { bucket } = setUp();
  const failing = async () => {
    throw new Error('slow down');
  };

  await expect(new S3Uploads({ ...bucket, get: failing }).read('imp_1', 'e')).rejects.toThrow('slow down');
});

it.each([
  ['uploads/imp_0123abc', 'imp_0123abc'],
  ['uploads/imp_1/other', undefined],
  ['uploads/people.xlsx', undefined],
  ['imports/imp_1', undefined],
])('sees in %s the import %s', (key, importId) => {
  expect(importIdOf(key)).toBe(importId);
});
