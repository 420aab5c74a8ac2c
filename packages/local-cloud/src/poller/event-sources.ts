import type { Message, SQSClient } from '@aws-sdk/client-sqs';

import type { Invoker } from '../lambda/invoker.ts';
import type { Log } from '../log.ts';
import type { Host, LocalFunction, QueueSource } from '../registry/hosts.ts';
import { Poller, type PollerStats } from './poller.ts';
import { sqsQueue } from './queue.ts';
import { sqsEvent } from './sqs-event.ts';

/** Every concurrent call is a worker thread of its own: a laptop has two cores and not much memory. */
const USUAL_CONCURRENCY = 2;

interface Wanted {
  readonly sqs: SQSClient;
  readonly queueUrlOf: (queueArn: string) => string;
  readonly region: string;
  readonly invoker: Invoker;
  /** The most concurrent calls for one queue, whatever its `maximumConcurrency` says. */
  readonly concurrencyLimit: number;
  readonly log: Log;
}

/** Keeps one poller for each queue of each ready service. */
export class EventSources {
  readonly #options: Wanted;
  readonly #pollers = new Map<string, Map<string, Poller>>();

  constructor(options: Wanted) {
    this.#options = options;
  }

  start({ service, functions }: Pick<Host, 'service' | 'functions'>): void {
    this.stop(service).catch(() => {});
    const pollers = new Map<string, Poller>();
    for (const owner of functions) {
      for (const source of owner.sources) pollers.set(`${owner.name} <- ${source.queueArn}`, this.#poll(owner, source));
    }
    this.#pollers.set(service, pollers);
  }

  async stop(service: string): Promise<void> {
    const pollers = this.#pollers.get(service)?.values() ?? [];
    this.#pollers.delete(service);
    await Promise.all([...pollers].map((poller) => poller.stop()));
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#pollers.keys()].map((service) => this.stop(service)));
  }

  stats(): Readonly<Record<string, PollerStats>> {
    const pollers = [...this.#pollers.values()].flatMap((ofService) => [...ofService]);

    return Object.fromEntries(pollers.map(([key, poller]) => [key, poller.stats()]));
  }

  #poll(owner: LocalFunction, { queueArn, ...source }: QueueSource): Poller {
    const { sqs, queueUrlOf, region, invoker, log, concurrencyLimit } = this.#options;
    const reserved = owner.reservedConcurrency ?? Number.POSITIVE_INFINITY;
    const wanted = Math.min(source.maximumConcurrency ?? USUAL_CONCURRENCY, reserved, concurrencyLimit);

    return new Poller({
      ...source,
      queue: sqsQueue(sqs, queueUrlOf(queueArn)),
      concurrency: Math.max(1, wanted),
      invoke: (messages: readonly Message[]) =>
        invoker.invoke({
          functionName: owner.name,
          payload: JSON.stringify(sqsEvent(messages, { queueArn, region })),
          patienceMs: 0,
        }),
      log: (line) => log(`${owner.name}: ${line}`),
    });
  }
}
