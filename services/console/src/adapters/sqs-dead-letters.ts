import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { RetryableError } from '@bulkhead/lambda-kit';

import type { DeadLetters, Depth, Redrives, Taken } from '../application/ports.ts';
import type { DeadLetterQueue } from '../domain/dead-letter-queues.ts';
import type { QueueUrls } from './queue-urls.ts';
import { toLetter } from './to-letter.ts';

const AT_ONCE = 10;
/** Without waiting, SQS asks only some of its servers and may say "nothing" of a queue that holds something. */
const WAIT_SECONDS = 1;

/** Dead letters as SQS keeps them. */
export class SqsDeadLetters implements DeadLetters, Redrives {
  readonly #sqs: Pick<SQSClient, 'send'>;
  readonly #urls: QueueUrls;
  /** What it takes to send a letter again as it was. */
  readonly #messages = new WeakMap<Taken, Message>();

  constructor(sqs: Pick<SQSClient, 'send'>, urls: QueueUrls) {
    this.#sqs = sqs;
    this.#urls = urls;
  }

  async depth(queue: DeadLetterQueue): Promise<Depth | undefined> {
    try {
      const { Attributes } = await this.#sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: await this.#dlq(queue),
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      return {
        waiting: Number(Attributes?.ApproximateNumberOfMessages ?? 0),
        hidden: Number(Attributes?.ApproximateNumberOfMessagesNotVisible ?? 0),
      };
    } catch (error) {
      if (error instanceof QueueDoesNotExist) return undefined;
      throw error;
    }
  }

  async take(queue: DeadLetterQueue, hideSeconds: number): Promise<readonly Taken[]> {
    const { Messages = [] } = await this.#sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: await this.#dlq(queue),
        MaxNumberOfMessages: AT_ONCE,
        VisibilityTimeout: hideSeconds,
        WaitTimeSeconds: WAIT_SECONDS,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount', 'MessageGroupId'],
      }),
    );
    return Messages.map((message) => this.#remember(message));
  }

  async putBack(queue: DeadLetterQueue, taken: readonly Taken[]): Promise<void> {
    for (const batch of inTens(taken)) {
      const Entries = batch.map(({ handle }, n) => ({ Id: String(n), ReceiptHandle: handle, VisibilityTimeout: 0 }));
      // What stays hidden comes back by itself in less than a minute.
      await this.#sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: await this.#dlq(queue), Entries }));
    }
  }

  async discard(queue: DeadLetterQueue, taken: readonly Taken[]): Promise<void> {
    for (const batch of inTens(taken)) {
      const Entries = batch.map(({ handle }, n) => ({ Id: String(n), ReceiptHandle: handle }));
      const { Failed = [] } = await this.#sqs.send(
        new DeleteMessageBatchCommand({ QueueUrl: await this.#dlq(queue), Entries }),
      );
      if (Failed.length > 0) {
        throw new RetryableError({
          code: 'letters_not_removed',
          message: `SQS kept ${Failed.length} of ${batch.length} letters: ${Failed[0]?.Code}`,
        });
      }
    }
  }

  async redrive(queue: DeadLetterQueue, taken: Taken): Promise<void> {
    const message = this.#messages.get(taken);
    const { code: _code, reason: _reason, ...attributes } = message?.MessageAttributes ?? {};
    const group = message?.Attributes?.MessageGroupId;
    await this.#sqs.send(
      new SendMessageCommand({
        QueueUrl: await this.#urls.find(queue.name),
        MessageBody: taken.letter.body,
        MessageAttributes: attributes,
        ...(group !== undefined && { MessageGroupId: group }),
      }),
    );
  }

  #remember(message: Message): Taken {
    const taken = { letter: toLetter(message), handle: message.ReceiptHandle ?? '' };
    this.#messages.set(taken, message);
    return taken;
  }

  #dlq({ name }: DeadLetterQueue): Promise<string> {
    return this.#urls.find(`${name}-dlq`);
  }
}

const inTens = (taken: readonly Taken[]): readonly (readonly Taken[])[] =>
  Array.from({ length: Math.ceil(taken.length / AT_ONCE) }, (_, n) => taken.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
