import { GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Finds queues by the rule of names `bulkhead-<stage>-<name>`, and remembers where they are. */
export class QueueUrls {
  readonly #sqs: Pick<SQSClient, 'send'>;
  readonly #stage: string;
  readonly #known = new Map<string, Promise<string>>();

  constructor(sqs: Pick<SQSClient, 'send'>, stage: string) {
    this.#sqs = sqs;
    this.#stage = stage;
  }

  /** @throws QueueDoesNotExist where its service is not deployed */
  find(name: string): Promise<string> {
    const known = this.#known.get(name) ?? this.#ask(name);
    this.#known.set(name, known);
    known.catch(() => this.#known.delete(name));
    return known;
  }

  async #ask(name: string): Promise<string> {
    const { QueueUrl = '' } = await this.#sqs.send(
      new GetQueueUrlCommand({ QueueName: `bulkhead-${this.#stage}-${name}` }),
    );
    return QueueUrl;
  }
}
