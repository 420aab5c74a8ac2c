import { message } from '@bulkhead/contracts';
import type { SqsCommands } from '@bulkhead/lambda-kit/aws';

import type { Clock, QuotaLooks } from '../application/ports.ts';

/** Looks at the quota, as delayed commands on our own queue: EventBridge knows no shorter rate than a minute. */
export class SqsQuotaLooks implements QuotaLooks {
  readonly #queue: Pick<SqsCommands, 'send'>;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(queue: Pick<SqsCommands, 'send'>, clock: Pick<Clock, 'now'>) {
    this.#queue = queue;
    this.#clock = clock;
  }

  async ask(afterMs: readonly number[]): Promise<void> {
    const now = this.#clock.now();
    const looks = afterMs.map(async (ms) => {
      const id = `quota-look:${now + ms}`;
      const cause = { correlationId: id };
      const look = message({
        id,
        type: 'look_at_quota.v1',
        source: 'dispatch',
        time: new Date(now),
        cause,
        data: {},
      });
      await this.#queue.send([look], { delaySeconds: ms / 1_000 });
    });
    await Promise.all(looks);
  }
}
