import type { SQSRecord } from 'aws-lambda';

import type { DeadLetters } from '../edge.ts';
import type { PermanentError } from '../errors.ts';
import type { SqsApi } from './sqs-api.ts';

/** Parks messages in the DLQ of their queue, body unchanged, with `reason` and `code` as message attributes. */
export class SqsDeadLetters implements DeadLetters {
  readonly #sqs: Pick<SqsApi, 'send'>;
  readonly #queueUrl: string;

  constructor(sqs: Pick<SqsApi, 'send'>, queueUrl: string) {
    this.#sqs = sqs;
    this.#queueUrl = queueUrl;
  }

  async park(record: SQSRecord, reason: PermanentError): Promise<void> {
    await this.#sqs.send(this.#queueUrl, {
      MessageBody: record.body,
      MessageAttributes: {
        code: { DataType: 'String', StringValue: reason.code },
        reason: { DataType: 'String', StringValue: reason.message.slice(0, 500) || reason.code },
      },
    });
  }
}
