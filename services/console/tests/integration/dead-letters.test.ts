import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';

import { QueueUrls } from '../../src/adapters/queue-urls.ts';
import { SqsDeadLetters } from '../../src/adapters/sqs-dead-letters.ts';
import { makeRedriveAll } from '../../src/application/redrive-all.ts';
import { makeDiscardDeadLetter, makeRedriveDeadLetter } from '../../src/application/settle-dead-letter.ts';
import { makeShowDeadLetters } from '../../src/application/show-dead-letters.ts';
import { findDeadLetterQueue } from '../../src/domain/dead-letter-queues.ts';

const region = 'eu-west-1';
const app = buildApp({ logger: false, defaultRegion: region });
const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
const sqs = new SQSClient({ endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
const queue = findDeadLetterQueue('feedback-runs') ?? { name: '', service: '', takesBack: false, isRecord: false };
const parked = {
  code: { DataType: 'String', StringValue: 'message_malformed' },
  reason: { DataType: 'String', StringValue: 'Message breaks its contract at data.runId' },
};
let stage = 0;

afterAll(async () => {
  sqs.destroy();
  await app.close();
});

/** Both queues of a stage of its own, and what is done with them. */
const givenQueues = async () => {
  const name = `t${stage++}`;
  const create = async (QueueName: string) =>
    (await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? '(none)';
  const source = await create(`bulkhead-${name}-feedback-runs`);
  const dlq = await create(`bulkhead-${name}-feedback-runs-dlq`);
  const letters = new SqsDeadLetters(sqs, new QueueUrls(sqs, name));

  return {
    source,
    dlq,
    letters,
    park: (MessageBody: string, MessageAttributes = {}) =>
      sqs.send(new SendMessageCommand({ QueueUrl: dlq, MessageBody, MessageAttributes })),
    show: () => makeShowDeadLetters(letters)(queue, 50),
  };
};

const visibleIn = async (QueueUrl: string) => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages);
};

const receivedFrom = async (QueueUrl: string) =>
  (
    await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        WaitTimeSeconds: 1,
      }),
    )
  ).Messages ?? [];

it('shows why a letter was parked, and may look as often as it likes', async () => {
  const { park, show, dlq } = await givenQueues();
  await park('{"runId":7}', parked);

  await show();
  const { letters } = await show();

  expect(letters).toEqual([
    {
      messageId: expect.stringMatching(/^[\w-]{1,100}$/),
      sentAt: expect.any(Date),
      receives: expect.any(Number),
      reason: { code: 'message_malformed', text: 'Message breaks its contract at data.runId' },
      body: '{"runId":7}',
    },
  ]);
  expect(await visibleIn(dlq)).toBe(1);
});

it('gives one of many back as it was, without the reason why it was parked', async () => {
  const { park, show, letters, source, dlq } = await givenQueues();
  for (let n = 0; n < 12; n += 1)
    await park(`letter ${n}`, { ...parked, kept: { DataType: 'String', StringValue: 'yes' } });
  const wanted = (await show()).letters.find(({ body }) => body === 'letter 7');

  const settled = await makeRedriveDeadLetter({ letters, redrives: letters })(queue, wanted?.messageId ?? '');

  const [given, ...others] = await receivedFrom(source);
  expect(settled).toBe('settled');
  expect(others).toEqual([]);
  expect(given?.Body).toBe('letter 7');
  expect(given?.MessageAttributes).toEqual({ kept: expect.objectContaining({ StringValue: 'yes' }) });
  expect(await visibleIn(dlq)).toBe(11);
});

it('discards one, and nobody gets it', async () => {
  const { park, show, letters, source, dlq } = await givenQueues();
  await park('one');
  await park('two');
  const wanted = (await show()).letters.find(({ body }) => body === 'one');

  const settled = await makeDiscardDeadLetter(letters)(queue, wanted?.messageId ?? '');

  expect(settled).toBe('settled');
  expect((await show()).letters.map(({ body }) => body)).toEqual(['two']);
  expect([await visibleIn(dlq), await visibleIn(source)]).toEqual([1, 0]);
});

it('gives all back', async () => {
  const { park, letters, source, dlq } = await givenQueues();
  for (let n = 0; n < 23; n += 1) await park(`letter ${n}`);
  const clock = { now: () => new Date() };

  const redriven = await makeRedriveAll({ letters, redrives: letters, clock })(queue);

  expect(redriven).toEqual({ moved: 23, isDone: true });
  expect([await visibleIn(dlq), await visibleIn(source)]).toEqual([0, 23]);
});

it('passes over the queues of a service that is not deployed', async () => {
  const letters = new SqsDeadLetters(sqs, new QueueUrls(sqs, 'nowhere'));

  expect(await letters.depth(queue)).toBeUndefined();
});
