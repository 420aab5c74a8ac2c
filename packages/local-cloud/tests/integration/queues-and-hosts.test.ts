import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';

import { type Handler, startFakeHost } from '../support/fake-host.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { queue, queueArn, stacks } from '../support/resources.ts';
import { sqsRecords } from '../support/sqs-records.ts';
import { until } from '../support/until.ts';

const LONG = 600;

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(async () => {
  await platform.stop();
});

type Functions = Readonly<Record<string, Handler>>;
type Sources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Starts a service as the plugin does: attach, listen, describe, ready. */
const startService = async (
  service: string,
  functions: Functions,
  { sources = {}, resources = [] }: { sources?: Sources; resources?: object[] } = {},
) => {
  const ports = await platform.attach(service);
  const host = await startFakeHost(ports, functions);
  const declared = Object.fromEntries(
    Object.keys(functions).map((name) => [
      name,
      { key: name, timeout: 5, events: name in sources ? [{ sqs: sources[name] }] : [], routes: [] },
    ]),
  );
  const answer = await platform.local('stacks', stacks(service, resources, { functions: declared }));
  expect(await answer.json()).toMatchObject({ pending: [] });
  await platform.local('ready', { service });

  return { ports, ...host };
};

const send = (name: string, body: string) =>
  platform.clients.sqs().send(new SendMessageCommand({ QueueUrl: platform.queueUrl(name), MessageBody: body }));

const receive = async (name: string) => {
  const command = new ReceiveMessageCommand({ QueueUrl: platform.queueUrl(name), WaitTimeSeconds: 1 });
  return (await platform.clients.sqs().send(command)).Messages?.[0]?.Body;
};

const counts = async (name: string) => {
  const command = new GetQueueAttributesCommand({ QueueUrl: platform.queueUrl(name), AttributeNames: ['All'] });
  const { Attributes = {} } = await platform.clients.sqs().send(command);

  return {
    visible: Number(Attributes['ApproximateNumberOfMessages']),
    invisible: Number(Attributes['ApproximateNumberOfMessagesNotVisible']),
  };
};

describe('a queue and its function', () => {
  it('lets what a batch failed repeat until it lies in the dead-letter queue, and keeps the rest', async () => {
    const handled: string[] = [];
    const handle = (event: unknown) => {
      const records = sqsRecords(event);
      const failed = records.filter(({ body }) => body === 'broken');
      handled.push(...records.filter(({ body }) => body !== 'broken').map(({ body }) => body));
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    };
    const redrive = { deadLetterTargetArn: queueArn('orders-dlq'), maxReceiveCount: 2 };
    const host = await startService(
      'orders',
      { 'on-order': handle },
      {
        sources: { 'on-order': { arn: queueArn('orders'), functionResponseType: 'ReportBatchItemFailures' } },
        resources: [
          queue(platform.queueUrl('orders'), { VisibilityTimeout: 2, RedrivePolicy: redrive }),
          queue(platform.queueUrl('orders-dlq')),
        ],
      },
    );

    await Promise.all(['one', 'broken', 'two'].map((body) => send('orders', body)));
    const parked = await until(() => receive('orders-dlq'));
    await until(async () => (handled.length === 2 ? true : undefined));

    expect(parked).toBe('broken');
    expect(handled.toSorted()).toEqual(['one', 'two']);
    // Whoever has handled a message answers before it is deleted.
    await until(async () => ((await counts('orders')).invisible === 0 ? true : undefined));
    expect(await counts('orders')).toEqual({ visible: 0, invisible: 0 });
    await host.kill();
  });

  it('gives messages back when the host dies with them, and serves them to the one that comes after', async () => {
    const sources = { 'on-parcel': { arn: queueArn('parcels') } };
    const resources = [queue(platform.queueUrl('parcels'), { VisibilityTimeout: LONG })];
    let isAsked = false;
    const never = () => {
      isAsked = true;
      return new Promise(() => {});
    };
    const first = await startService('parcels', { 'on-parcel': never }, { sources, resources });
    await send('parcels', 'fragile');
    await until(() => isAsked || undefined);

    await first.kill();
    await until(async () => ((await counts('parcels')).visible === 1 ? true : undefined));
    const bodies: string[] = [];
    const handle = (event: unknown) => void bodies.push(...sqsRecords(event).map(({ body }) => body));
    const second = await startService('parcels', { 'on-parcel': handle }, { sources, resources });
    await until(() => bodies.length > 0 || undefined);

    expect(bodies).toEqual(['fragile']);
    expect(second.ports).toMatchObject({ httpPort: first.ports.httpPort, lambdaPort: first.ports.lambdaPort });
    await second.kill();
  });
});

describe('the Invoke API', () => {
  const invoke = (FunctionName: string, InvocationType: 'Event' | 'RequestResponse' = 'RequestResponse') =>
    platform.clients.lambda().send(new InvokeCommand({ FunctionName, InvocationType, Payload: '{"n":1}' }));

  const text = (payload: Uint8Array | undefined) => JSON.parse(Buffer.from(payload ?? []).toString());

  it('finds a function by name and by ARN, and brings the names of errors back', async () => {
    class RetryableError extends Error {
      override readonly name = 'RetryableError';
    }
    const later = () => {
      throw new RetryableError('later');
    };
    const host = await startService('tasks', { double: (event) => ({ got: event }), later });

    const answer = await invoke('arn:aws:lambda:eu-west-1:000000000000:function:double');
    const failure = await invoke('later');

    expect(text(answer.Payload)).toEqual({ got: { n: 1 } });
    expect(failure.FunctionError).toBe('Unhandled');
    expect(text(failure.Payload)).toMatchObject({ errorType: 'RetryableError', errorMessage: 'later' });
    await expect(invoke('nobody')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await host.kill();
  });

  it('answers at once when it is only told of an event', async () => {
    const seen: unknown[] = [];
    const host = await startService('listeners', { listen: (event) => void seen.push(event) });

    const { StatusCode } = await invoke('listen', 'Event');
    await until(() => seen.length > 0 || undefined);

    expect(StatusCode).toBe(202);
    expect(seen).toEqual([{ n: 1 }]);
    await host.kill();
  });

  it('waits for a host that is gone to come again', async () => {
    const first = await startService('phoenix', { rise: () => 'old' });
    await first.kill();

    const answer = invoke('rise');
    await until(() => platform.lines.some((line) => line.includes('host of phoenix is gone')) || undefined);
    const second = await startService('phoenix', { rise: () => 'new' });

    expect(text((await answer).Payload)).toBe('new');
    await second.kill();
  });
});

describe('a second host of a service that runs', () => {
  it('is told that the first is there, and does not disturb it', async () => {
    const host = await startService('only-one', { answer: () => 42 });

    const second = await platform.local('attach', { service: 'only-one', pid: 1, region: 'eu-west-1' });
    const answer = await platform.clients.lambda().send(new InvokeCommand({ FunctionName: 'answer' }));

    expect(second.status).toBe(409);
    expect(await second.json()).toEqual({ error: expect.stringMatching(/^only-one runs already, in process \d+\. /) });
    expect(Buffer.from(answer.Payload ?? []).toString()).toBe('42');
    await host.kill();
  });
});
