import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { buildApp } from 'fauxqs';

import { S3Bucket, SnsApi, SqsApi } from '../../src/aws/index.ts';

const region = 'eu-west-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const app = buildApp({ logger: false, defaultRegion: region });
const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
const connection = { endpoint, region, credentials };
const s3 = new S3Client({ ...connection, forcePathStyle: true });
const sns = new SNSClient(connection);
const sqs = new SQSClient(connection);

const createQueue = async (QueueName: string): Promise<string> => {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName }));
  return QueueUrl;
};
const received = async (QueueUrl: string) => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
      WaitTimeSeconds: 5,
    }),
  );
  return Messages;
};

beforeAll(async () => {
  await s3.send(new CreateBucketCommand({ Bucket: 'bucket' }));
});

afterAll(async () => {
  for (const client of [s3, sns, sqs]) client.destroy();
  await app.close();
});

describe('S3Bucket', () => {
  const api = new S3Bucket('bucket', connection);

  it.each([
    'plain.json',
    'exchange/run_1/chunk-00000.ndjson.gz',
    "a (b) & 'c' + d=e/*!",
    '한국어/파일 이름.pdf',
    'a//b/',
  ])('writes and reads the object that the SDK reads and writes: %s', async (key) => {
    const etag = await api.put(key, { body: `of ${key}`, contentType: 'text/plain' });
    const theirs = await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: key }));
    await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: `their ${key}`, Body: key }));
    const ours = await api.get(`their ${key}`);

    expect(await theirs.Body?.transformToString()).toBe(`of ${key}`);
    expect(theirs).toMatchObject({ ContentType: 'text/plain', ETag: `"${etag}"` });
    expect(ours?.body.toString()).toBe(key);
  });

  it('keeps every byte', async () => {
    const body = Uint8Array.from({ length: 100_000 }, (_, n) => n * 31);

    await api.put('bytes', { body, contentType: 'application/octet-stream' });

    expect((await api.get('bytes'))?.body).toEqual(Buffer.from(body));
  });

  it('knows that there is no such object', async () => {
    expect(await api.get('nothing')).toBeUndefined();
  });

  it('streams a part of an object, if it is still the same', async () => {
    const etag = await api.put('ranges', { body: 'hello world', contentType: 'text/plain' });
    const range = { start: 6, end: 11 };

    expect(await text((await api.stream('ranges', { ...range, ifMatch: etag })) ?? Readable.from([]))).toBe('world');
    expect(await api.stream('no ranges', { ...range, ifMatch: etag })).toBeUndefined();
    await expect(api.stream('ranges', { ...range, ifMatch: 'other' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
  });

  it('puts an object together from parts, once they are all there', async () => {
    const upload = await api.createUpload('parts', 'text/csv');
    await upload.add(Buffer.alloc(5 * 1_024 ** 2, 'a'));
    await upload.add(Buffer.from('b'));

    const before = await api.head('parts');
    await upload.complete();

    expect(before).toBeUndefined();
    expect(await api.head('parts')).toMatchObject({ bytes: 5 * 1_024 ** 2 + 1, contentType: 'text/csv' });
    expect((await api.get('parts'))?.body.at(-1)).toBe('b'.charCodeAt(0));
  });

  it('does not take a missing bucket for a missing object', async () => {
    await expect(new S3Bucket('no-bucket', connection).get('nothing')).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('describes an object without reading it', async () => {
    const etag = await api.put('described', { body: 'twelve bytes', contentType: 'text/plain' });

    expect(await api.head('described')).toEqual({ bytes: 12, etag, contentType: 'text/plain', metadata: {} });
    expect(await api.head('nothing')).toBeUndefined();
  });

  it('reads an object only if it is the one that is meant', async () => {
    const etag = await api.put('meant', { body: 'a', contentType: 'text/plain' });

    expect(await api.get('meant', { ifMatch: etag })).toMatchObject({ etag });
    await expect(api.get('meant', { ifMatch: 'other' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it('lists the folders in a folder, all of them', async () => {
    const names = Array.from({ length: 1_005 }, (_, n) => `listed/run & ${String(n).padStart(4, '0')}/`);
    await Promise.all(
      names.map((name) => api.put(`${name}deep/manifest.json`, { body: '', contentType: 'text/plain' })),
    );

    const pages = [];
    for await (const page of api.folders('listed/')) pages.push(page);

    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(names);
  });

  it('lists no file as a folder', async () => {
    await api.put('mixed/file', { body: '', contentType: 'text/plain' });
    await api.put('mixed/run_1/file', { body: '', contentType: 'text/plain' });

    const pages = [];
    for await (const page of api.folders('mixed/')) pages.push(page);

    expect(pages).toEqual([['mixed/run_1/']]);
  });

  it('copies an object, with other metadata if they are given', async () => {
    await api.put('a (1).txt', { body: 'a', contentType: 'text/plain' });

    await api.copy('a (1).txt', 'b/c');
    await api.copy('b/c', 'b/c', { replay: '2' });

    expect((await api.get('b/c'))?.body.toString()).toBe('a');
    expect(await api.head('b/c')).toMatchObject({ metadata: { replay: '2' } });
    await expect(api.copy('nothing', 'd')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('removes an object, twice if need be', async () => {
    await api.put('removed', { body: 'a', contentType: 'text/plain' });

    await api.remove('removed');
    await api.remove('removed');

    expect(await api.get('removed')).toBeUndefined();
  });

  it('permits somebody to put and to get', async () => {
    const headers = { 'content-type': 'image/png', 'content-length': '3' };
    const put = await api.presign('by somebody', { method: 'PUT', expiresInSeconds: 60, headers });
    const get = await api.presign('by somebody', { method: 'GET', expiresInSeconds: 60 });

    const stored = await fetch(put, { method: 'PUT', headers: { 'content-type': 'image/png' }, body: 'png' });

    expect([stored.status, await (await fetch(get)).text()]).toEqual([200, 'png']);
    expect(await api.head('by somebody')).toMatchObject({ contentType: 'image/png', bytes: 3 });
  });

  it('signs a permission as the SDK does', async () => {
    const command = new GetObjectCommand({
      Bucket: 'bucket',
      Key: 'a b',
      ResponseContentDisposition: "attachment; x*=UTF-8''é",
    });
    const query = { 'response-content-disposition': "attachment; x*=UTF-8''é" };

    const ours = new URL(await api.presign('a b', { method: 'GET', expiresInSeconds: 60, query }));
    const theirs = new URL(await getSignedUrl(s3, command, { expiresIn: 60 }));

    for (const added of ['x-id', 'x-amz-checksum-mode']) theirs.searchParams.delete(added);
    expect(Object.fromEntries(ours.searchParams)).toEqual({
      ...Object.fromEntries(theirs.searchParams),
      // Midnight may lie between the two.
      'X-Amz-Credential': expect.stringMatching(/^test\/\d{8}\/eu-west-1\/s3\/aws4_request$/),
      'X-Amz-Date': expect.stringMatching(/^\d{8}T\d{6}Z$/),
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('SqsApi', () => {
  const api = new SqsApi(connection);

  it('sends one message with its attributes', async () => {
    const url = await createQueue('one');

    await api.send(url, {
      MessageBody: '{"이름":',
      MessageAttributes: { code: { DataType: 'String', StringValue: 'c' } },
    });

    expect(await received(url)).toMatchObject([
      { Body: '{"이름":', MessageAttributes: { code: { StringValue: 'c' } } },
    ]);
  });

  it('sends a batch', async () => {
    const url = await createQueue('batch');

    const refused = await api.sendBatch(url, [
      { Id: '0', MessageBody: 'a' },
      { Id: '1', MessageBody: 'b', MessageAttributes: { code: { DataType: 'String', StringValue: 'c' } } },
    ]);

    expect(refused).toEqual([]);
    expect(await received(url)).toMatchObject([
      { Body: 'a' },
      { Body: 'b', MessageAttributes: { code: { StringValue: 'c' } } },
    ]);
  });

  it('fails where there is no such queue', async () => {
    await expect(api.sendBatch(`${endpoint}/000000000000/none`, [{ Id: '0', MessageBody: 'a' }])).rejects.toMatchObject(
      {
        name: expect.stringContaining('Queue'),
      },
    );
  });
});

describe('SnsApi', () => {
  it('publishes messages as they are', async () => {
    const url = await createQueue('subscribed');
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'topic' }));
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
    );
    await sns.send(
      new SubscribeCommand({
        TopicArn,
        Protocol: 'sqs',
        Endpoint: Attributes?.['QueueArn'],
        Attributes: { RawMessageDelivery: 'true' },
      }),
    );

    const refused = await new SnsApi(connection).publishBatch(TopicArn, ['{"a":"b & c=<d>"}', '{"이름":"김 🎉"}']);

    expect(refused).toEqual([]);
    expect((await received(url)).map(({ Body }) => Body)).toEqual(['{"a":"b & c=<d>"}', '{"이름":"김 🎉"}']);
  });
});
