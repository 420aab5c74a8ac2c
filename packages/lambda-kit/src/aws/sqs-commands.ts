import { RetryableError } from '../errors.ts';
import { inTens } from './in-tens.ts';
import type { SqsApi } from './sqs-api.ts';

interface Sending {
  /** 0 to 900, the longest SQS delays. */
  readonly delaySeconds?: number;
  /** For whom: while a queue is full of the messages of one group, SQS hands out those of the others first (fair queues). */
  readonly group?: string;
}

/** Sends commands to a queue of the own service. */
export class SqsCommands {
  readonly #sqs: Pick<SqsApi, 'sendBatch'>;
  readonly #queueUrl: string;

  constructor(sqs: Pick<SqsApi, 'sendBatch'>, queueUrl: string) {
    this.#sqs = sqs;
    this.#queueUrl = queueUrl;
  }

  /** @throws RetryableError `commands_not_sent` if SQS refused any of them */
  async send(commands: readonly object[], { delaySeconds = 0, group }: Sending = {}): Promise<void> {
    for (const batch of inTens(commands)) {
      const refused = await this.#sqs.sendBatch(
        this.#queueUrl,
        batch.map((command, n) => ({
          Id: String(n),
          MessageBody: JSON.stringify(command),
          ...(delaySeconds > 0 && { DelaySeconds: Math.min(900, Math.ceil(delaySeconds)) }),
          ...(group !== undefined && { MessageGroupId: group }),
        })),
      );
      if (refused.length > 0) {
        throw new RetryableError({
          code: 'commands_not_sent',
          message: `SQS refused ${refused.length} of ${batch.length} commands: ${refused[0]}`,
        });
      }
    }
  }
}
