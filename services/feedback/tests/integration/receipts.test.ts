import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { message, ReceiptsReportedV1 } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import { Client, eventually, signIn } from '../../../../packages/e2e/src/index.ts';
import { type Platform, startPlatform } from '../../../../scripts/lib/platform.ts';
import { details, sesEvent, tagsOf } from '../ses-events.ts';

const BASE_PORT = 4_780;
const RUN = 'run_0d3b7c1e5f6a4b1e9a350a7a3f1f9c11';
const OTHER_RUN = 'run_1d3b7c1e5f6a4b1e9a350a7a3f1f9c12';

let platform: Platform;
let sns: SNSClient;
let sqs: SQSClient;
let heard: string;

const topic = async (name: string) => (await sns.send(new CreateTopicCommand({ Name: name }))).TopicArn ?? '';
const publish = async (name: string, what: unknown) =>
  sns.send(new PublishCommand({ TopicArn: await topic(name), Message: JSON.stringify(what) }));

/** SES accepts a mail now, and its Send event comes at once. */
const send = (tags: Readonly<Record<string, readonly string[]>>) => {
  const event = sesEvent({ eventType: 'Send', tags });
  const at = { timestamp: new Date().toISOString() };
  return publish('bulkhead-local-feedback-ses-events', { ...event, mail: { ...event.mail, ...at } });
};

const ask = (probe: string, probeAt: Date) =>
  publish(
    'bulkhead-local-dispatch-events',
    message({
      id: `${RUN}:9:receipts-requested:${probeAt.getTime()}`,
      type: 'receipts.requested.v1',
      source: 'dispatch',
      subject: RUN,
      time: probeAt,
      cause: { correlationId: 'chain-1' },
      data: { runId: RUN, chunk: 9, probe, probeAt: probeAt.toISOString() },
    }),
  );

/** What feedback's topic says next. */
const nextReport = async () => {
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: heard, WaitTimeSeconds: 5 }));
    for (const { Body = '', ReceiptHandle } of Messages) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl: heard, ReceiptHandle }));
      return z.parse(ReceiptsReportedV1, JSON.parse(Body));
    }
  }
};

beforeAll(async () => {
  platform = await startPlatform({
    basePort: BASE_PORT,
    hosts: 'one',
    services: ['feedback', 'dispatch'],
    log: 'quiet',
  });
  const endpoint = `http://127.0.0.1:${BASE_PORT + 1}`;
  const client = { region: 'eu-west-1', endpoint, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  sns = new SNSClient(client);
  sqs = new SQSClient(client);

  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'heard' }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  heard = QueueUrl;
  await sns.send(
    new SubscribeCommand({
      TopicArn: await topic('bulkhead-local-feedback-events'),
      Protocol: 'sqs',
      Endpoint: Attributes?.QueueArn,
      Attributes: {
        RawMessageDelivery: 'true',
        FilterPolicyScope: 'MessageBody',
        FilterPolicy: '{"type":["receipts.reported.v1"]}',
      },
    }),
  );
}, 300_000);

afterAll(() => platform.stop(), 60_000);

it('tells dispatch who was seen, however early it asks', async () => {
  await send(tagsOf(RUN, 9, 7));
  await send(tagsOf(RUN, 8, 6));
  const probeAt = new Date();
  await ask('probe-1', probeAt);
  await send({ probe: ['probe-1'] });

  const report = await nextReport();

  expect(report).toMatchObject({
    correlationid: 'chain-1',
    causationid: `${RUN}:9:receipts-requested:${probeAt.getTime()}`,
    data: { runId: RUN, chunk: 9, probe: 'probe-1', asOf: probeAt.toISOString() },
  });
  expect([...Buffer.from(report.data.seen, 'base64')]).toEqual([1 << 7]);
}, 240_000);

it('reports everybody who has opened, noted or folded, and nobody twice', async () => {
  const client = new Client({ gateway: platform.gateway, token: await signIn(platform.issuer) });
  const opens = Array.from({ length: 60 }, (_, offset) =>
    sesEvent({ eventType: 'Open', detail: details.Open, tags: tagsOf(OTHER_RUN, 3, offset) }),
  );
  const publishAll = (events: readonly unknown[]) =>
    Promise.all(events.map((event) => publish('bulkhead-local-feedback-ses-engagement', event)));
  const reported = (count: number) =>
    eventually(
      () => client.report(OTHER_RUN),
      ({ opened }) => opened >= count,
      { what: `${count} opens to be reported` },
    );

  await publishAll(opens.slice(0, 5));
  const few = await reported(5);
  await publishAll(opens);
  const all = await reported(60);

  expect([few.opened, all.opened]).toEqual([5, 60]);
}, 400_000);
