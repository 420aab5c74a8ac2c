import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

import { importIdOf, S3Uploads } from './s3-uploads.ts';

const s3 = mockClient(S3Client);
const client = new S3Client({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  requestChecksumCalculation: 'WHEN_REQUIRED',
});
const uploads = new S3Uploads(client, 'bucket');
const failure = (name: string) => new S3ServiceException({ name, $fault: 'client', $metadata: {}, message: name });

beforeEach(() => {
  s3.reset();
});

it('permits one file to be put for an hour, without promising its checksum', async () => {
  const { url, method } = await uploads.permit('imp_1');

  const { pathname, searchParams } = new URL(url);
  expect([method, pathname, searchParams.get('X-Amz-Expires')]).toEqual(['PUT', '/uploads/imp_1', '3600']);
  expect([...searchParams.keys()].filter((name) => name.includes('checksum'))).toEqual([]);
});

it('describes a file by its size, its content and the replay that made it', async () => {
  s3.on(HeadObjectCommand).resolves({ ContentLength: 12, ETag: '"abc"', Metadata: { replay: '3' } });

  expect(await uploads.find('imp_1')).toEqual({ bytes: 12, etag: 'abc', replay: 3 });
});

it('knows that there is no file', async () => {
  s3.on(HeadObjectCommand).rejects(new NotFound({ message: 'no', $metadata: {} }));

  expect(await uploads.find('imp_1')).toBeUndefined();
});

it('takes a refusal for a refusal, not for a missing file', async () => {
  s3.on(HeadObjectCommand).rejects(failure('AccessDenied'));

  await expect(uploads.find('imp_1')).rejects.toThrow('AccessDenied');
});

it('asks to be called again when the file changed before it could be read', async () => {
  s3.on(GetObjectCommand).rejects(failure('PreconditionFailed'));

  await expect(uploads.read('imp_1', 'abc')).rejects.toMatchObject({ name: 'RetryableError', code: 'upload_changed' });
});

it('reads only the content that was described', async () => {
  s3.on(GetObjectCommand).callsFake(() => ({ Body: { transformToByteArray: async () => Buffer.from('hello') } }));

  expect(Buffer.from(await uploads.read('imp_1', 'abc')).toString()).toBe('hello');
  expect(s3.commandCalls(GetObjectCommand)[0]?.args[0].input.IfMatch).toBe('"abc"');
});

it('has a file announced again by copying it onto itself', async () => {
  s3.on(CopyObjectCommand).resolves({});

  await uploads.announceAgain('imp_1', 2);

  expect(s3.commandCalls(CopyObjectCommand)[0]?.args[0].input).toMatchObject({
    Key: 'uploads/imp_1',
    CopySource: 'bucket/uploads/imp_1',
    MetadataDirective: 'REPLACE',
    Metadata: { replay: '2' },
  });
});

it.each([
  ['uploads/imp_0123abc', 'imp_0123abc'],
  ['uploads/imp_1/other', undefined],
  ['uploads/people.xlsx', undefined],
  ['imports/imp_1', undefined],
])('sees in %s the import %s', (key, importId) => {
  expect(importIdOf(key)).toBe(importId);
});
