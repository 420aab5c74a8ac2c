import { RetryableError } from '@bulkhead/lambda-kit';
import type { SqsApi } from '@bulkhead/lambda-kit/aws';

import type { Strangers } from '../application/ports.ts';

type Event = Parameters<Strangers['keep']>[0][number];

/** What SQS takes in one request: ten messages. All of them together are bounded, too; one event of SES is always smaller than that. */
const MOST = 10;
const MOST_BYTES = 250_000;
/** What the name and the value of the attribute may take. */
const ATTRIBUTE_BYTES = 100;

/** Keeps strangers in a queue that nobody reads, body unchanged, with `code` as a message attribute. */
export class SqsStrangers implements Strangers {
  readonly #sqs: Pick<SqsApi, 'sendBatch'>;
  readonly #queueUrl: string;

  constructor(sqs: Pick<SqsApi, 'sendBatch'>, queueUrl: string) {
    this.#sqs = sqs;
    this.#queueUrl = queueUrl;
  }

  async keep(events: readonly Event[]): Promise<void> {
    for (const batch of batches(events)) {
      const refused = await this.#sqs.sendBatch(
        this.#queueUrl,
        batch.map(({ body, why }, n) => ({
          Id: String(n),
          MessageBody: body,
          MessageAttributes: { code: { DataType: 'String', StringValue: why } },
        })),
      );
      if (refused.length > 0) {
        throw new RetryableError({
          code: 'strangers_not_kept',
          message: `SQS refused ${refused.length} of ${batch.length} events: ${refused[0]}`,
        });
      }
    }
  }
}

const batches = (events: readonly Event[]): readonly (readonly Event[])[] => {
  const made: Event[][] = [];
  let room = 0;
  for (const event of events) {
    const bytes = Buffer.byteLength(event.body) + ATTRIBUTE_BYTES;
    const last = made.at(-1);
    if (last !== undefined && last.length < MOST && bytes <= room) last.push(event);
    else {
      made.push([event]);
      room = MOST_BYTES;
    }
    room -= bytes;
  }
  return made;
};
