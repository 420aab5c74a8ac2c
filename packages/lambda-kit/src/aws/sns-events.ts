import { RetryableError } from '../errors.ts';
import { inTens } from './in-tens.ts';
import type { SnsApi } from './sns-api.ts';

interface Publishable {
  readonly id: string;
  readonly type: string;
}

/** Publishes the events of a service to its one topic. */
export class SnsEvents {
  readonly #sns: Pick<SnsApi, 'publishBatch'>;
  readonly #topicArn: string;

  constructor(sns: Pick<SnsApi, 'publishBatch'>, topicArn: string) {
    this.#sns = sns;
    this.#topicArn = topicArn;
  }

  /** @throws RetryableError `events_not_published` if SNS refused any of them. Publishing all again is harmless: ids are derived. */
  async publish(...events: readonly Publishable[]): Promise<void> {
    for (const batch of inTens(events)) {
      const messages = batch.map((event) => JSON.stringify(event));
      const refused = await this.#sns.publishBatch(this.#topicArn, messages);
      if (refused.length > 0) {
        throw new RetryableError({
          code: 'events_not_published',
          message: `SNS refused ${refused.length} of ${batch.length} events: ${refused[0]}`,
        });
      }
    }
  }
}
