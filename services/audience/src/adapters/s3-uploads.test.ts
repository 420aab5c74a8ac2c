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

it.each([
  ['uploads/imp_0123abc', 'imp_0123abc'],
  ['uploads/imp_1/other', undefined],
  ['uploads/people.xlsx', undefined],
  ['imports/imp_1', undefined],
])('sees in %s the import %s', (key, importId) => {
  expect(importIdOf(key)).toBe(importId);
});
