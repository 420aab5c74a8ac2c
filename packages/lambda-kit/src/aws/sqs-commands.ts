import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

import { RetryableError } from '../errors.ts';
import { inTens } from './in-tens.ts';

/** Sends commands to a queue of the own service. */
export class SqsCommands {
  readonly #sqs: SQSClient;
  readonly #queueUrl: string;

  constructor(sqs: SQSClient, queueUrl: string) {
    this.#sqs = sqs;
    this.#queueUrl = queueUrl;
  }

  /**
   * @param delaySeconds 0 to 900, the longest SQS delays
   * @throws RetryableError `commands_not_sent` if SQS refused any of them
   */
  async send(
    commands: readonly object[],
    { delaySeconds = 0 }: { readonly delaySeconds?: number } = {},
  ): Promise<void> {
    for (const batch of inTens(commands)) {
      const { Failed = [] } = await this.#sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: this.#queueUrl,
          Entries: batch.map((command, n) => ({
            Id: String(n),
            MessageBody: JSON.stringify(command),
            ...(delaySeconds > 0 && { DelaySeconds: Math.min(900, Math.ceil(delaySeconds)) }),
          })),
        }),
      );
      if (Failed.length > 0) {
        throw new RetryableError({
          code: 'commands_not_sent',
          message: `SQS refused ${Failed.length} of ${batch.length} commands: ${Failed[0]?.Code ?? 'unknown'}`,
        });
      }
    }
  }
}
