import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';

import { createStepFunctions } from '../../src/sfn/index.ts';
import { definitionOf } from '../../src/sfn/testing/serve.ts';

const REGION = 'eu-west-1';

const running: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of running.splice(0).reverse()) await end();
});

const task = (resource: string, Arguments: object, more: object = { End: true }) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  Arguments,
  ...more,
});

const setUp = async () => {
  const app = buildApp({ logger: false, defaultRegion: REGION });
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
  running.push(() => app.close());
  const where = {
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const sqs = new SQSClient(where);
  const sns = new SNSClient(where);
  const s3 = new S3Client({ ...where, forcePathStyle: true });
  const nobody = { ...where, endpoint: 'http://127.0.0.1:1' };
  const { server, registerMachine, stop } = createStepFunctions({
    region: REGION,
    account: '000000000000',
    clients: {
      sqs: () => sqs,
      sns: () => sns,
      s3: () => s3,
      dynamodb: () => new DynamoDBClient(nobody),
      lambda: () => new LambdaClient(nobody),
    },
    log: () => undefined,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = Object(server.address());
  const sfn = new SFNClient({ ...where, endpoint: `http://127.0.0.1:${port}` });
  running.push(() => {
    for (const client of [sqs, sns, s3, sfn]) client.destroy();
    stop();
    server.close();
    server.closeAllConnections();
  });

  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'requests' }));
  const receive = async (): Promise<string> => {
    for (;;) {
      const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
      const body = Messages?.[0]?.Body;
      if (body !== undefined) return body;
    }
  };
  const start = async (states: object): Promise<string> => {
    const { stateMachineArn } = registerMachine({ name: 'run', definition: definitionOf(states), type: 'STANDARD' });
    return (await sfn.send(new StartExecutionCommand({ stateMachineArn }))).executionArn ?? '';
  };
  const ended = async (executionArn: string) => {
    for (;;) {
      const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      if (execution.status !== 'RUNNING') return execution;
    }
  };
  return { QueueUrl, sns, s3, sfn, receive, start, ended };
};

it('asks through a queue and goes on with the answer', async () => {
  const { QueueUrl, sfn, receive, start, ended } = await setUp();
  const MessageBody = { token: '{% $states.context.Task.Token %}', n: 1 };
  const executionArn = await start({ Ask: task('sqs:sendMessage.waitForTaskToken', { QueueUrl, MessageBody }) });

  const { token, n } = JSON.parse(await receive());
  await sfn.send(new SendTaskSuccessCommand({ taskToken: String(token), output: JSON.stringify({ twice: 2 * n }) }));

  expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"twice":2}' });
});

it('tells a topic', async () => {
  const { sns, receive, start, ended } = await setUp();
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'events' }));
  const Endpoint = `arn:aws:sqs:${REGION}:000000000000:requests`;
  const raw = { RawMessageDelivery: 'true' };
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes: raw }));

  const executionArn = await start({ Tell: task('sns:publish', { TopicArn, Message: { type: 'run.finished.v1' } }) });

  expect(await receive()).toBe('{"type":"run.finished.v1"}');
  expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
});

it('writes and reads an object through the SDK integrations', async () => {
  const { s3, start, ended } = await setUp();
  await s3.send(new CreateBucketCommand({ Bucket: 'exchange' }));
  const where = { Bucket: 'exchange', Key: 'a.json' };

  const executionArn = await start({
    Write: task('aws-sdk:s3:putObject', { ...where, Body: '{"a":1}' }, { Next: 'Read' }),
    Read: task('aws-sdk:s3:getObject', where, { Output: '{% $parse($states.result.Body).a %}', End: true }),
  });

  expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '1' });
});

it.each([
  {
    what: 'a queue that does not exist',
    state: task('sqs:sendMessage', { QueueUrl: 'http://127.0.0.1/000000000000/gone', MessageBody: 'm' }),
    error: 'SQS.QueueDoesNotExistException',
  },
  {
    what: 'an object that does not exist',
    state: task('aws-sdk:s3:getObject', { Bucket: 'gone', Key: 'k' }),
    error: 'S3.NoSuchBucketException',
  },
  {
    what: 'a service that does not answer',
    state: task('lambda:invoke', { FunctionName: 'f' }),
    error: 'Lambda.SdkClientException',
  },
])('names the error of $what', async ({ state, error }) => {
  const { start, ended } = await setUp();

  const executionArn = await start({ Try: state });

  expect(await ended(executionArn)).toMatchObject({ status: 'FAILED', error });
});
