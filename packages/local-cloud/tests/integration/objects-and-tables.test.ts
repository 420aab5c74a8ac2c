import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

import { type Platform, startPlatform } from '../support/platform.ts';
import { bucket, queue, queueArn, stacks } from '../support/resources.ts';
import { until } from '../support/until.ts';

const BUCKET = 'uploads';
const CONSOLE = 'https://console.example.com';
const TWELVE_MIB = 12 * 1024 ** 2;

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
  await describeService('audience', [
    bucket(BUCKET, {
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Event: 's3:ObjectCreated:*',
            Queue: queueArn('uploaded'),
            Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'imports/' }] } },
          },
        ],
      },
      CorsConfiguration: {
        CorsRules: [
          { AllowedOrigins: [CONSOLE], AllowedMethods: ['PUT'], AllowedHeaders: ['*'], ExposedHeaders: ['ETag'] },
        ],
      },
    }),
    queue(platform.queueUrl('uploaded')),
  ]);
});

afterAll(async () => {
  await platform.stop();
});

const describeService = async (service: string, resources: readonly object[]) => {
  await platform.attach(service);

  return (await platform.local('stacks', stacks(service, resources))).json();
};

const notification = () =>
  until(async () => {
    const command = new ReceiveMessageCommand({ QueueUrl: platform.queueUrl('uploaded'), WaitTimeSeconds: 1 });
    const body = (await platform.clients.sqs().send(command)).Messages?.[0]?.Body;
    return body === undefined ? undefined : JSON.parse(body).Records[0];
  });

const put = (Key: string, Body: string) =>
  platform.clients.s3().send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));

const textOf = async (Key: string) => {
  const { Body } = await platform.clients.s3().send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return Body?.transformToString();
};

/** Sends the head of a PUT, and waits until the server has looked at it. */
const beginToWriteOnce = async (url: string) => {
  const put = request(url, { method: 'PUT', headers: { 'if-none-match': '*', expect: '100-continue' } });
  put.flushHeaders();
  await once(put, 'continue');

  return {
    finish: async (body: string): Promise<number | undefined> => {
      const answered = once(put, 'response');
      put.end(body);
      const [response]: IncomingMessage[] = await answered;
      response?.resume();
      return response?.statusCode;
    },
  };
};

describe('a bucket', () => {
  it('tells a queue of a new object', async () => {
    await put('elsewhere/a.csv', 'x');
    await put('imports/my list.csv', 'name\n');

    expect(await notification()).toMatchObject({
      eventName: 'ObjectCreated:Put',
      s3: { bucket: { name: BUCKET }, object: { key: 'imports/my+list.csv', size: 5 } },
    });
  });

  it('tells of a multipart upload once, when it is whole', async () => {
    const s3 = platform.clients.s3();
    const upload = { Bucket: BUCKET, Key: 'imports/parts.csv' };

    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(upload));
    const { ETag } = await s3.send(new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: 'abc' }));
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    await s3.send(new CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload }));

    expect(await notification()).toMatchObject({
      eventName: 'ObjectCreated:CompleteMultipartUpload',
      s3: { object: { key: 'imports/parts.csv', size: 3 } },
    });
  });

  it('takes a large upload from a browser by a presigned URL, and gives it back by another', async () => {
    const at = { Bucket: BUCKET, Key: 'browser/large.xlsx' };
    const body = Buffer.alloc(TWELVE_MIB, 'x');
    const upload = await getSignedUrl(platform.clients.s3(), new PutObjectCommand(at), { expiresIn: 60 });
    const download = await getSignedUrl(platform.clients.s3(), new GetObjectCommand(at), { expiresIn: 60 });

    const preflight = await fetch(upload, {
      method: 'OPTIONS',
      headers: {
        origin: CONSOLE,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
    const uploaded = await fetch(upload, { method: 'PUT', body, headers: { origin: CONSOLE } });
    const downloaded = await fetch(download);

    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(uploaded.status).toBe(200);
    expect(uploaded.headers.get('access-control-allow-origin')).toBe(CONSOLE);
    expect(uploaded.headers.get('access-control-expose-headers')).toBe('ETag');
    expect(Buffer.from(await downloaded.arrayBuffer()).equals(body)).toBe(true);
  });

  it('takes a file as it is from a program that calls every file a form, as curl does', async () => {
    const at = { Bucket: BUCKET, Key: 'forms/people.csv' };
    const upload = await getSignedUrl(platform.clients.s3(), new PutObjectCommand(at), { expiresIn: 60 });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };

    const uploaded = await fetch(upload, { method: 'PUT', body: 'name,city\n=1+2,%41&b', headers });

    expect(uploaded.status).toBe(200);
    expect(await textOf('forms/people.csv')).toBe('name,city\n=1+2,%41&b');
  });

  it('lets no page in that its CORS rules do not name', async () => {
    const upload = await getSignedUrl(platform.clients.s3(), new PutObjectCommand({ Bucket: BUCKET, Key: 'k' }));

    const origin = 'https://evil.example.com';
    const preflight = await fetch(upload, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'PUT' },
    });
    const posted = await fetch(`${new URL(upload).origin}/${BUCKET}?delete`, { method: 'POST', headers: { origin } });

    expect([preflight.status, posted.status]).toEqual([403, 403]);
  });

  it('refuses what it would otherwise get wrong, and the object survives', async () => {
    await put('kept.txt', 'body');
    const s3 = platform.clients.s3();

    const tagging = s3.send(new PutObjectTaggingCommand({ Bucket: BUCKET, Key: 'kept.txt', Tagging: { TagSet: [] } }));
    const rules = new PutBucketNotificationConfigurationCommand({ Bucket: BUCKET, NotificationConfiguration: {} });

    await expect(tagging).rejects.toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } });
    await expect(s3.send(rules)).rejects.toMatchObject({ name: 'NotImplemented' });
    expect(await textOf('kept.txt')).toBe('body');
  });

  it('writes an object only once for those who ask so', async () => {
    const once = (Body: string) =>
      platform.clients.s3().send(new PutObjectCommand({ Bucket: BUCKET, Key: 'once.txt', Body, IfNoneMatch: '*' }));

    await once('first');

    await expect(once('second')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(await textOf('once.txt')).toBe('first');
  });

  it('lets one of two win that both began to write an object while there was none', async () => {
    const url = `${platform.env['AWS_ENDPOINT_URL_S3']}/${BUCKET}/race.txt`;
    const writers = await Promise.all([beginToWriteOnce(url), beginToWriteOnce(url)]);

    const statuses = [await writers[0].finish('first'), await writers[1].finish('second')];

    expect(statuses).toEqual([200, 412]);
    expect(await textOf('race.txt')).toBe('first');
  });
});

describe('a table', () => {
  const table = (keys: readonly string[], indexes: readonly string[]) => ({
    id: 'Table',
    type: 'AWS::DynamoDB::Table',
    ref: 'runs',
    att: {},
    properties: {
      AttributeDefinitions: [...keys, ...indexes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keys.map((AttributeName, n) => ({ AttributeName, KeyType: n === 0 ? 'HASH' : 'RANGE' })),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map((name) => ({
          IndexName: `by-${name}`,
          KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        })),
      }),
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
    },
  });

  it('gets an index that was added, and refuses other keys', async () => {
    await describeService('campaigns', [table(['pk', 'sk'], [])]);

    await describeService('campaigns', [table(['pk', 'sk'], ['state'])]);
    const { Table } = await platform.clients.dynamodb().send(new DescribeTableCommand({ TableName: 'runs' }));
    const changed = await describeService('campaigns', [table(['id'], [])]);

    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(['by-state']);
    expect(changed).toEqual({ error: expect.stringContaining('table runs has other keys now') });
  });
});
