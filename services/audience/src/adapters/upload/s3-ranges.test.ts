import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { inMemoryBucket } from '@bulkhead/testing';
import fc from 'fast-check';

import { S3Ranges } from './s3-ranges.ts';

const key = 'uploads/imp_1';
const file = { body: 'hello, world', contentType: 'text/csv' };
const size = file.body.length;
type Stream = ConstructorParameters<typeof S3Ranges>[0]['stream'];
type Range = Parameters<Stream>[1];

it('reads any part of the object that was described', async () => {
  const bucket = inMemoryBucket('bucket');
  const etag = await bucket.put(key, file);
  const ranges = new S3Ranges(bucket, { key, etag, size });

  expect([await text(ranges.stream(7, 12)), await text(ranges.stream(0, 5)), await text(ranges.stream(3, 3))]).toEqual([
    'world',
    'hello',
    '',
  ]);
  expect(ranges.fetched).toBe(10);
});

it('takes up a body that breaks off where it stopped', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), async (lengths) => {
      const breaks = [...lengths];
      const stream = async (_: string, { start, end }: Range) => {
        const length = breaks.shift();
        const body = Buffer.from(file.body).subarray(start, end);
        if (length === undefined) return Readable.from([body]);
        return Readable.from(
          (function* broken() {
            yield body.subarray(0, length);
            throw new Error('socket hang up');
          })(),
        );
      };

      expect(await text(new S3Ranges({ stream }, { key, etag: 'e', size }).stream(0, size))).toBe(file.body);
    }),
  );
});

it('leaves a file to the next reader when S3 breaks off again and again', async () => {
  let asked = 0;
  const stream = async () => {
    asked += 1;
    throw new Error('socket hang up');
  };

  await expect(text(new S3Ranges({ stream }, { key, etag: 'e', size }).stream(0, size))).rejects.toMatchObject({
    name: 'RetryableError',
    code: 'upload_broken',
  });
  expect(asked).toBe(6);
});

it.each([
  [
    'changed',
    async (bucket: ReturnType<typeof inMemoryBucket>) => void (await bucket.put(key, { ...file, body: 'b' })),
  ],
  ['was removed', (bucket: ReturnType<typeof inMemoryBucket>) => bucket.remove(key)],
])('asks to be called again when the file %s before it was read', async (_, happen) => {
  const bucket = inMemoryBucket('bucket');
  const etag = await bucket.put(key, file);
  await happen(bucket);

  await expect(text(new S3Ranges(bucket, { key, etag, size }).stream(0, size))).rejects.toMatchObject({
    name: 'RetryableError',
    code: 'upload_changed',
  });
});
