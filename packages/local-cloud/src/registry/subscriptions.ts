import * as z from 'zod/mini';

import type { Resource } from './payload.ts';
import { parseOrRefuse } from './refusal.ts';

const subscriptionProperties = z.looseObject({
  TopicArn: z.string(),
  Protocol: z.literal('sqs', { error: 'only queues subscribe here, use sqs' }),
  Endpoint: z.string(),
  RawMessageDelivery: z.optional(z.union([z.boolean(), z.string()])),
  FilterPolicy: z.optional(z.union([z.record(z.string(), z.unknown()), z.string()])),
  FilterPolicyScope: z.optional(z.enum(['MessageBody', 'MessageAttributes'])),
});

export type SubscriptionProperties = z.infer<typeof subscriptionProperties>;

/** What the subscriptions need of SNS. */
export interface Topics {
  /** Answers the subscription's ARN. */
  subscribe(properties: SubscriptionProperties): Promise<string>;
  unsubscribe(subscriptionArn: string): Promise<void>;
}

/**
 * The subscriptions that services declared. Services subscribe to each other in a circle, so one whose
 * topic nobody has announced yet stays pending until somebody does.
 */
export class Subscriptions {
  readonly #topics: Topics;
  readonly #announced = new Set<string>();
  readonly #pending = new Map<string, SubscriptionProperties>();
  readonly #active = new Map<string, { readonly arn: string; readonly spelling: string }>();

  constructor(topics: Topics) {
    this.#topics = topics;
  }

  announceTopic(topicArn: string): void {
    this.#announced.add(topicArn);
  }

  /** Makes a stack's subscriptions exactly these: new ones join, changed ones change, missing ones leave. */
  async apply(stack: string, resources: readonly Resource[]): Promise<void> {
    const wanted = new Map(
      resources.map(({ id, properties }) => [
        `${stack}/${id}`,
        parseOrRefuse(subscriptionProperties, properties, `${stack}/${id}`),
      ]),
    );
    for (const key of [...this.#active.keys(), ...this.#pending.keys()]) {
      if (key.startsWith(`${stack}/`) && !wanted.has(key)) await this.#leave(key);
    }
    for (const [key, properties] of wanted) await this.#join(key, properties);
  }

  /** Tries those again whose topic was missing. */
  async retryPending(): Promise<void> {
    for (const [key, properties] of Array.from(this.#pending)) await this.#join(key, properties);
  }

  pending(): readonly string[] {
    return [...this.#pending.keys()];
  }

  active(): readonly string[] {
    return [...this.#active.keys()];
  }

  async #join(key: string, properties: SubscriptionProperties): Promise<void> {
    const spelling = JSON.stringify(properties);
    if (this.#active.get(key)?.spelling === spelling) return;
    await this.#leave(key);
    if (!this.#announced.has(properties.TopicArn)) {
      this.#pending.set(key, properties);
      return;
    }

    this.#active.set(key, { arn: await this.#topics.subscribe(properties), spelling });
  }

  async #leave(key: string): Promise<void> {
    this.#pending.delete(key);
    const active = this.#active.get(key);
    if (active === undefined) return;
    this.#active.delete(key);
    await this.#topics.unsubscribe(active.arn);
  }
}
