import { inMemoryBucket } from '@bulkhead/testing';

import { S3Uploads, uploadKey, uploadOf } from './s3-uploads.ts';

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
  ['uploads/imp_0123abc', { importId: 'imp_0123abc', file: 1 }],
  ['uploads/imp_0123abc-2', { importId: 'imp_0123abc', file: 2 }],
  ['uploads/imp_0123abc-20', { importId: 'imp_0123abc', file: 20 }],
  ['uploads/imp_0123abc-1', undefined],
  ['uploads/imp_0123abc-21', undefined],
  ['uploads/imp_1/other', undefined],
  ['uploads/people.xlsx', undefined],
  ['imports/imp_1', undefined],
])('sees in %s the file %j', (key, upload) => {
  expect(uploadOf(key)).toEqual(upload);
});

it('keeps the files of an import apart', async () => {
  const { uploads, bucket } = setUp();
  await bucket.put(uploadKey('imp_1', 2), file);

  expect(await uploads.find('imp_1')).toBeUndefined();
  expect(await uploads.find('imp_1', 2)).toMatchObject({ bytes: 5 });
});
