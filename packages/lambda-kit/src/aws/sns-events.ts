import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';

import { RetryableError } from '../errors.ts';
import { inTens } from './in-tens.ts';

interface Publishable {
  readonly id: string;
  readonly type: string;
}

/** Publishes the events of a service to its one topic. */
export class SnsEvents {
  readonly #sns: SNSClient;
  readonly #topicArn: string;

  constructor(sns: SNSClient, topicArn: string) {
    this.#sns = sns;
    this.#topicArn = topicArn;
  }

  /** @throws RetryableError `events_not_published` if SNS refused any of them. Publishing all again is harmless: ids are derived. */
  async publish(...events: readonly Publishable[]): Promise<void> {
    for (const batch of inTens(events)) {
      const { Failed = [] } = await this.#sns.send(
        new PublishBatchCommand({
          TopicArn: this.#topicArn,
          PublishBatchRequestEntries: batch.map((event, n) => ({ Id: String(n), Message: JSON.stringify(event) })),
        }),
      );
      if (Failed.length > 0) {
        throw new RetryableError({
          code: 'events_not_published',
          message: `SNS refused ${Failed.length} of ${batch.length} events: ${Failed[0]?.Code ?? 'unknown'}`,
        });
      }
    }
  }
}
