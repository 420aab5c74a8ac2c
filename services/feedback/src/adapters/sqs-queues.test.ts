import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';

import { SqsQueues } from './sqs-queues.ts';

const sqs = mockClient(SQSClient);
const queueUrl = 'http://127.0.0.1/000000000000/ses-events';
const dlqUrl = `${queueUrl}-dlq`;
const queues = new SqsQueues(new SQSClient({ region: 'eu-west-1' }), { queueUrl, dlqUrl });

const figures = (waiting: string, inHand: string, delayed: string) => ({
  Attributes: {
    ApproximateNumberOfMessages: waiting,
    ApproximateNumberOfMessagesNotVisible: inHand,
    ApproximateNumberOfMessagesDelayed: delayed,
  },
});

beforeEach(() => {
  sqs.reset();
});

describe('SqsQueues.backlog', () => {
  it('counts whatever is not finished, waiting or in somebody’s hands', async () => {
    sqs.on(GetQueueAttributesCommand, { QueueUrl: queueUrl }).resolves(figures('3', '20', '100'));
    sqs.on(GetQueueAttributesCommand, { QueueUrl: dlqUrl }).resolves(figures('0', '1', '0'));

    expect(await queues.backlog()).toEqual({ unfinished: 123, deadLetters: 1 });
  });

  it.each([
    ['says nothing', {}],
    ['leaves out a figure', { Attributes: { ApproximateNumberOfMessages: '0' } }],
    ['says what is not a number', figures('0', '', '0')],
  ])('does not take silence for zero: SQS %s', async (_, answer) => {
    sqs.on(GetQueueAttributesCommand).resolves(answer);

    await expect(queues.backlog()).rejects.toMatchObject({ name: 'RetryableError', code: 'figures_missing' });
  });
});
