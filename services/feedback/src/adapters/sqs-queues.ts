import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { RetryableError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Queues } from '../application/ports.ts';
import type { Backlog } from '../domain/readiness.ts';

const figure = () =>
  z.pipe(
    z.string().check(z.regex(/^\d+$/)),
    z.transform((digits: string) => Number(digits)),
  );
const Figures = z.object({
  ApproximateNumberOfMessages: figure(),
  ApproximateNumberOfMessagesNotVisible: figure(),
  ApproximateNumberOfMessagesDelayed: figure(),
});

interface Urls {
  readonly queueUrl: string;
  readonly dlqUrl: string;
}

/** What SQS tells of the queue of SES events and of its DLQ. */
export class SqsQueues implements Queues {
  readonly #sqs: SQSClient;
  readonly #urls: Urls;

  constructor(sqs: SQSClient, urls: Urls) {
    this.#sqs = sqs;
    this.#urls = urls;
  }

  async backlog(): Promise<Backlog> {
    const { queueUrl, dlqUrl } = this.#urls;
    const [unfinished, deadLetters] = await Promise.all([this.#messagesIn(queueUrl), this.#messagesIn(dlqUrl)]);
    return { unfinished, deadLetters };
  }

  /** A figure that is missing is not zero: silence proves nothing. */
  async #messagesIn(QueueUrl: string): Promise<number> {
    const { Attributes } = await this.#sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: [
          'ApproximateNumberOfMessages',
          'ApproximateNumberOfMessagesNotVisible',
          'ApproximateNumberOfMessagesDelayed',
        ],
      }),
    );
    const figures = z.safeParse(Figures, Attributes);
    if (!figures.success) {
      throw new RetryableError({ code: 'figures_missing', message: 'SQS did not tell how full a queue is' });
    }
    const { ApproximateNumberOfMessages: waiting, ...rest } = figures.data;
    return waiting + rest.ApproximateNumberOfMessagesNotVisible + rest.ApproximateNumberOfMessagesDelayed;
  }
}
