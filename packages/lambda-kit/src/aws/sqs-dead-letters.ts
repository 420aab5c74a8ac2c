import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';

import type { DeadLetters } from '../edge.ts';
import type { PermanentError } from '../errors.ts';

/** Parks messages in the DLQ of their queue, body unchanged, with `reason` and `code` as message attributes. */
export class SqsDeadLetters implements DeadLetters {
  readonly #sqs: SQSClient;
  readonly #queueUrl: string;

  constructor(sqs: SQSClient, queueUrl: string) {
    this.#sqs = sqs;
    this.#queueUrl = queueUrl;
  }

  async park(record: SQSRecord, reason: PermanentError): Promise<void> {
    await this.#sqs.send(
      new SendMessageCommand({
        QueueUrl: this.#queueUrl,
        MessageBody: record.body,
        MessageAttributes: {
          code: { DataType: 'String', StringValue: reason.code },
          reason: { DataType: 'String', StringValue: reason.message.slice(0, 500) || reason.code },
        },
      }),
    );
  }
}
