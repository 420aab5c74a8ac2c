import type { SnsEvents } from '@bulkhead/lambda-kit/aws';

import type { Facts } from '../application/ports.ts';
import type { Fact } from '../domain/fact.ts';
import { toEvent } from './to-event.ts';

/** Publishes facts as events of feedback's topic. */
export class SnsFacts implements Facts {
  readonly #events: Pick<SnsEvents, 'publish'>;

  constructor(events: Pick<SnsEvents, 'publish'>) {
    this.#events = events;
  }

  publish(facts: readonly Fact[], { correlationId }: { readonly correlationId: string }): Promise<void> {
    return this.#events.publish(...facts.map((fact) => toEvent(fact, correlationId)));
  }
}
