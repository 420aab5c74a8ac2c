import { message, type RecordDeedV1, type Service } from '@bulkhead/contracts';

import type { Deed, Deeds } from '../edge.ts';
import type { SqsCommands } from './sqs-commands.ts';

/**
 * Tells console what was done. SQS is asked up to three times, as for everything.
 * @example
 * const deeds = new SqsDeeds(new SqsCommands(new SqsApi(), env.AUDIT_QUEUE_URL), 'campaigns');
 */
export class SqsDeeds implements Deeds {
  readonly #commands: Pick<SqsCommands, 'send'>;
  readonly #service: Service;

  constructor(commands: Pick<SqsCommands, 'send'>, service: Service) {
    this.#commands = commands;
    this.#service = service;
  }

  /** @throws RetryableError `commands_not_sent`, or whatever prevented an answer */
  async record({ at, correlationId, ...deed }: Deed): Promise<void> {
    const said: RecordDeedV1 = message({
      id: `deed:${deed.requestId}`,
      type: 'record_deed.v1',
      source: this.#service,
      subject: deed.operation,
      time: at,
      cause: { correlationId },
      data: { at: at.toISOString(), service: this.#service, ...deed },
    });
    await this.#commands.send([said]);
  }
}
