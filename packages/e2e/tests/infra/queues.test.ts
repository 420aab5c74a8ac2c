import { readFile } from 'node:fs/promises';

import { catalogue, services } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { all, listOf, logicalIdIn, queueOf, type Resource, refersTo, sibling, statementsOf } from './templates.ts';

const queues = all('AWS::SQS::Queue').filter(({ properties }) => 'RedrivePolicy' in properties);
const dlqs = all('AWS::SQS::Queue').filter(({ properties }) => !('RedrivePolicy' in properties));
const sources = all('AWS::Lambda::EventSourceMapping');
const subscriptions = all('AWS::SNS::Subscription');

/** What Scheduler may send to: it has no queue of its own, only what it could not start. */
const scheduleDlqs = dlqs.filter((dlq) =>
  all('AWS::IAM::Role').some(
    ({ service, properties }) =>
      service === dlq.service &&
      JSON.stringify(properties['AssumeRolePolicyDocument'] ?? null).includes('"scheduler.amazonaws.com"') &&
      refersTo(properties['Policies'], dlq.logicalId),
  ),
);

const tlsDenialsOf = (queue: Resource) =>
  all('AWS::SQS::QueuePolicy')
    .filter(({ service, properties }) => service === queue.service && refersTo(properties['Queues'], queue.logicalId))
    .flatMap(({ properties }) => statementsOf(properties['PolicyDocument']))
    .filter((statement) => statement['Effect'] === 'Deny' && JSON.stringify(statement).includes('aws:SecureTransport'));

/** A sender works until its own deadline; its queue waits for that and a minute more instead of for six time-outs. */
const oneInvocationAtATime = ['ChunksQueue'];

it('finds the queues of all services', () => {
  expect(new Set(queues.map(({ service }) => service))).toEqual(new Set(services));
});

describe.each(queues)('queue $title', (queue) => {
  const dlqId = logicalIdIn(queue.properties['RedrivePolicy']);
  const dlq = sibling(queue, dlqId);

  it('gives up into a DLQ of its own that keeps messages for 14 days', () => {
    expect(dlq?.properties['MessageRetentionPeriod']).toBe(1_209_600);
    expect(
      queues.filter(
        (other) => other.service === queue.service && logicalIdIn(other.properties['RedrivePolicy']) === dlqId,
      ),
    ).toHaveLength(1);
  });

  it('is encrypted, and so is its DLQ', () => {
    expect([queue.properties['SqsManagedSseEnabled'], dlq?.properties['SqsManagedSseEnabled']]).toEqual([true, true]);
  });

  it('wakes somebody up, with a runbook that says how to redrive, when a message gives up', async () => {
    const alarm = all('AWS::CloudWatch::Alarm').find(
      ({ service, properties }) => service === queue.service && refersTo(properties['Dimensions'], dlqId),
    );
    const runbook = /docs\/runbooks\/[a-z-]+\.md/.exec(String(alarm?.properties['AlarmDescription']))?.[0] ?? '(none)';

    const text = await readFile(new URL(`../../../../${runbook}`, import.meta.url), 'utf8');
    const name = String(queue.properties['QueueName']).replace('bulkhead-dev-', 'bulkhead-<stage>-');

    // Without a destination SQS moves nothing that was parked: it does not know where that came from.
    expect(text).toContain(`--destination-arn arn:aws:sqs:<region>:<account>:${name}\n`);
  });

  it('takes nothing over an unencrypted connection', () => {
    expect(tlsDenialsOf(queue).length).toBeGreaterThan(0);
  });

  it('has exactly one consumer', () => {
    expect(sources.filter((source) => queueOf(source) === queue)).toHaveLength(1);
  });
});

describe.each(sources)('event source $title', (source) => {
  const queue = queueOf(source);
  const consumer = sibling(source, logicalIdIn(source.properties['FunctionName']));
  const timeout = z.parse(z.number(), consumer?.properties['Timeout']);
  const visibility = z.parse(z.number(), queue?.properties['VisibilityTimeout']);

  it('reports failures message by message', () => {
    expect(source.properties['FunctionResponseTypes']).toContain('ReportBatchItemFailures');
  });

  it('hides a message long enough for its consumer to finish', () => {
    const isSender = oneInvocationAtATime.includes(queue?.logicalId ?? '');

    expect(visibility).toBeGreaterThanOrEqual(isSender ? timeout + 60 : 6 * timeout);
  });
});

/** Where things wait for a person who may never come: no queue gives up into it, and nobody is woken. */
const shelves = ['feedback StrangersQueue'];

it('lets no DLQ stand without a queue or schedules', () => {
  const used = queues.map((queue) => `${queue.service} ${logicalIdIn(queue.properties['RedrivePolicy'])}`);
  const known = [...used, ...scheduleDlqs.map(({ title }) => title), ...shelves];

  expect(dlqs.map(({ title }) => title).filter((title) => !known.includes(title))).toEqual([]);
});

describe.each(scheduleDlqs)('DLQ of schedules $title', (dlq) => {
  it('is encrypted and keeps messages for 14 days', () => {
    expect(dlq.properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
  });

  it('takes nothing over an unencrypted connection', () => {
    expect(tlsDenialsOf(dlq).length).toBeGreaterThan(0);
  });

  it('wakes somebody up, with a runbook that names it', async () => {
    const alarm = all('AWS::CloudWatch::Alarm').find(
      ({ service, properties }) => service === dlq.service && refersTo(properties['Dimensions'], dlq.logicalId),
    );
    const runbook = /docs\/runbooks\/[a-z-]+\.md/.exec(String(alarm?.properties['AlarmDescription']))?.[0] ?? '(none)';

    const text = await readFile(new URL(`../../../../${runbook}`, import.meta.url), 'utf8');

    expect(text).toContain(String(dlq.properties['QueueName']).replace('bulkhead-dev-', 'bulkhead-<stage>-'));
  });
});

describe.each(subscriptions)('subscription $title', (subscription) => {
  it('receives the event raw, so the body of a message is the event itself', () => {
    expect(subscription.properties['RawMessageDelivery']).toBe(true);
  });

  it('hears only what the catalogue says this service hears', () => {
    const filter = z.safeParse(z.object({ type: z.array(z.string()) }), subscription.properties['FilterPolicy']);
    const heard = Object.entries(catalogue).filter(([, entry]) => listOf(entry.hears).includes(subscription.service));

    expect(filter.data?.type.filter((type) => !heard.some(([name]) => name === type)) ?? []).toEqual([]);
  });
});

it('delivers every live event to everybody whom the catalogue names', () => {
  const live = Object.entries(catalogue).filter(([, { kind, status }]) => kind === 'event' && status === 'live');
  const promised = live.flatMap(([type, { hears, says }]) =>
    hears.map((service) => `${service} hears ${type} of ${says}`),
  );
  const delivered = subscriptions.flatMap(({ service, properties }) => {
    const filter = z.safeParse(z.object({ type: z.array(z.string()) }), properties['FilterPolicy']);
    const from = /bulkhead-dev-([a-z]+)-events/.exec(JSON.stringify(properties['TopicArn']))?.[1];
    return filter.data?.type.map((type) => `${service} hears ${type} of ${from}`) ?? [];
  });

  expect(delivered.toSorted()).toEqual(promised.toSorted());
});
