import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { sqsEvent } from '@bulkhead/testing';
import { mockClient } from 'aws-sdk-client-mock';

import { PermanentError } from '../errors.ts';
import { SnsEvents } from './sns-events.ts';
import { SqsCommands } from './sqs-commands.ts';
import { SqsDeadLetters } from './sqs-dead-letters.ts';

const region = 'eu-west-1';
const queueUrl = 'http://127.0.0.1/000000000000/queue';
const topicArn = 'arn:aws:sns:eu-west-1:000000000000:topic';
const sns = mockClient(SNSClient);
const sqs = mockClient(SQSClient);
const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `e${n}`, type: 'thing.done.v1' }));

beforeEach(() => {
  sns.reset();
  sqs.reset();
});

describe('SnsEvents', () => {
  const events = new SnsEvents(new SNSClient({ region }), topicArn);

  it('publishes events as they are, ten at a time', async () => {
    sns.on(PublishBatchCommand).resolves({});

    await events.publish(...numbered(12));

    const batches = sns.commandCalls(PublishBatchCommand).map(({ args }) => args[0].input);
    expect(batches.map(({ PublishBatchRequestEntries = [] }) => PublishBatchRequestEntries.length)).toEqual([10, 2]);
    expect(batches[1]).toMatchObject({
      TopicArn: topicArn,
      PublishBatchRequestEntries: [
        { Id: '0', Message: '{"id":"e10","type":"thing.done.v1"}' },
        { Id: '1', Message: '{"id":"e11","type":"thing.done.v1"}' },
      ],
    });
  });

  it('says nothing to nobody without events', async () => {
    await events.publish();

    expect(sns.calls()).toHaveLength(0);
  });

  it('fails if SNS took only some of a batch', async () => {
    sns.on(PublishBatchCommand).resolves({ Failed: [{ Id: '3', Code: 'InternalError', SenderFault: false }] });

    await expect(events.publish(...numbered(4))).rejects.toMatchObject({
      name: 'RetryableError',
      code: 'events_not_published',
      message: 'SNS refused 1 of 4 events: InternalError',
    });
  });
});

describe('SqsCommands', () => {
  const commands = new SqsCommands(new SQSClient({ region }), queueUrl);

  it('sends commands, ten at a time', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});

    await commands.send(numbered(11));

    const batches = sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input);
    expect(batches.map(({ Entries = [] }) => Entries.length)).toEqual([10, 1]);
    expect(batches[1]).toEqual({
      QueueUrl: queueUrl,
      Entries: [{ Id: '0', MessageBody: '{"id":"e10","type":"thing.done.v1"}' }],
    });
  });

  it.each([
    { delaySeconds: 0.2, delay: 1 },
    { delaySeconds: 60, delay: 60 },
    { delaySeconds: 5_000, delay: 900 },
  ])('delays by $delay s when asked for $delaySeconds s', async ({ delaySeconds, delay }) => {
    sqs.on(SendMessageBatchCommand).resolves({});

    await commands.send(numbered(1), { delaySeconds });

    expect(sqs.commandCalls(SendMessageBatchCommand)[0]?.args[0].input.Entries).toMatchObject([
      { DelaySeconds: delay },
    ]);
  });

  it('fails if SQS took only some of a batch', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [{ Id: '1', Code: 'Throttled', SenderFault: false }] });

    await expect(commands.send(numbered(2))).rejects.toMatchObject({
      name: 'RetryableError',
      code: 'commands_not_sent',
      message: 'SQS refused 1 of 2 commands: Throttled',
    });
  });
});

describe('SqsDeadLetters', () => {
  const deadLetters = new SqsDeadLetters(new SQSClient({ region }), queueUrl);
  const [record] = sqsEvent('{"broken":').Records;

  it.each([
    { message: 'Not JSON', reason: 'Not JSON' },
    { message: 'x'.repeat(600), reason: 'x'.repeat(500) },
    { message: '', reason: 'message_malformed' },
  ])('keeps the body as it came and says why', async ({ message, reason }) => {
    sqs.on(SendMessageCommand).resolves({});

    if (record) await deadLetters.park(record, new PermanentError({ code: 'message_malformed', message }));

    expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
      QueueUrl: queueUrl,
      MessageBody: '{"broken":',
      MessageAttributes: {
        code: { DataType: 'String', StringValue: 'message_malformed' },
        reason: { DataType: 'String', StringValue: reason },
      },
    });
  });
});
