import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';

import { S3Api, SnsApi, SqsApi } from '../../src/aws/index.ts';

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

describe('S3Api', () => {
  const api = new S3Api(connection);

  it.each([
    'plain.json',
    'exchange/run_1/chunk-00000.ndjson.gz',
    "a (b) & 'c' + d=e/*!",
    '한국어/파일 이름.pdf',
    'a//b/',
  ])('writes and reads the object that the SDK reads and writes: %s', async (key) => {
    const etag = await api.put('bucket', key, { body: `of ${key}`, contentType: 'text/plain' });
    const theirs = await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: key }));
    await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: `their ${key}`, Body: key }));
    const ours = await api.get('bucket', `their ${key}`);

    expect(await theirs.Body?.transformToString()).toBe(`of ${key}`);
    expect(theirs).toMatchObject({ ContentType: 'text/plain', ETag: `"${etag}"` });
    expect(ours?.body.toString()).toBe(key);
  });

  it('keeps every byte', async () => {
    const body = Uint8Array.from({ length: 100_000 }, (_, n) => n * 31);

    await api.put('bucket', 'bytes', { body, contentType: 'application/octet-stream' });

    expect((await api.get('bucket', 'bytes'))?.body).toEqual(Buffer.from(body));
  });

  it('knows that there is no such object', async () => {
    expect(await api.get('bucket', 'nothing')).toBeUndefined();
  });

  it('does not take a missing bucket for a missing object', async () => {
    await expect(api.get('no-bucket', 'nothing')).rejects.toMatchObject({ name: 'NoSuchBucket' });
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
      { Id: '1', MessageBody: 'b' },
    ]);

    expect(refused).toEqual([]);
    expect((await received(url)).map(({ Body }) => Body)).toEqual(['a', 'b']);
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
