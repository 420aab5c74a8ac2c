import { sqsEvent } from '@bulkhead/testing';

import { PermanentError } from '../errors.ts';
import { SnsEvents } from './sns-events.ts';
import type { SqsEntry, SqsMessage } from './sqs-api.ts';
import { SqsCommands } from './sqs-commands.ts';
import { SqsDeadLetters } from './sqs-dead-letters.ts';

const queueUrl = 'http://127.0.0.1/000000000000/queue';
const topicArn = 'arn:aws:sns:eu-west-1:000000000000:topic';
const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `e${n}`, type: 'thing.done.v1' }));

describe('SnsEvents', () => {
  const recording = (refused: readonly string[] = []) => {
    const batches: (readonly string[])[] = [];
    const sns = {
      publishBatch: async (_: string, messages: readonly string[]) => {
        batches.push(messages);
        return refused;
      },
    };
    return { events: new SnsEvents(sns, topicArn), batches };
  };

  it('publishes events as they are, ten at a time', async () => {
    const { events, batches } = recording();

    await events.publish(...numbered(12));

    expect(batches.map(({ length }) => length)).toEqual([10, 2]);
    expect(batches[1]).toEqual(['{"id":"e10","type":"thing.done.v1"}', '{"id":"e11","type":"thing.done.v1"}']);
  });

  it('says nothing to nobody without events', async () => {
    const { events, batches } = recording();

    await events.publish();

    expect(batches).toEqual([]);
  });

  it('fails if SNS took only some of a batch', async () => {
    const { events } = recording(['InternalError']);

    await expect(events.publish(...numbered(4))).rejects.toMatchObject({
      name: 'RetryableError',
      code: 'events_not_published',
      message: 'SNS refused 1 of 4 events: InternalError',
    });
  });
});

describe('SqsCommands', () => {
  const recording = (refused: readonly string[] = []) => {
    const batches: (readonly SqsEntry[])[] = [];
    const sqs = {
      sendBatch: async (_: string, entries: readonly SqsEntry[]) => {
        batches.push(entries);
        return refused;
      },
    };
    return { commands: new SqsCommands(sqs, queueUrl), batches };
  };

  it('sends commands, ten at a time', async () => {
    const { commands, batches } = recording();

    await commands.send(numbered(11));

    expect(batches.map(({ length }) => length)).toEqual([10, 1]);
    expect(batches[1]).toEqual([{ Id: '0', MessageBody: '{"id":"e10","type":"thing.done.v1"}' }]);
  });

  it.each([
    { delaySeconds: 0.2, delay: 1 },
    { delaySeconds: 60, delay: 60 },
    { delaySeconds: 5_000, delay: 900 },
  ])('delays by $delay s when asked for $delaySeconds s', async ({ delaySeconds, delay }) => {
    const { commands, batches } = recording();

    await commands.send(numbered(1), { delaySeconds });

    expect(batches[0]).toMatchObject([{ DelaySeconds: delay }]);
  });

  it('says for whom its commands are, so that nobody waits behind the many of another', async () => {
    const { commands, batches } = recording();

    await commands.send(numbered(1), { group: 'run_1' });

    expect(batches[0]).toMatchObject([{ MessageGroupId: 'run_1' }]);
  });

  it('fails if SQS took only some of a batch', async () => {
    const { commands } = recording(['Throttled']);

    await expect(commands.send(numbered(2))).rejects.toMatchObject({
      name: 'RetryableError',
      code: 'commands_not_sent',
      message: 'SQS refused 1 of 2 commands: Throttled',
    });
  });
});

describe('SqsDeadLetters', () => {
  const [record] = sqsEvent('{"broken":').Records;

  it.each([
    { message: 'Not JSON', reason: 'Not JSON' },
    { message: 'x'.repeat(600), reason: 'x'.repeat(500) },
    { message: '', reason: 'message_malformed' },
  ])('keeps the body as it came and says why', async ({ message, reason }) => {
    const sent: SqsMessage[] = [];
    const deadLetters = new SqsDeadLetters({ send: async (_, parked) => void sent.push(parked) }, queueUrl);

    if (record) await deadLetters.park(record, new PermanentError({ code: 'message_malformed', message }));

    expect(sent).toEqual([
      {
        MessageBody: '{"broken":',
        MessageAttributes: {
          code: { DataType: 'String', StringValue: 'message_malformed' },
          reason: { DataType: 'String', StringValue: reason },
        },
      },
    ]);
  });
});
