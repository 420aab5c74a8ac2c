import type { Announcements, Cause, Clock } from '../application/ports.ts';
import type { RunFact } from '../domain/run-fact.ts';
import { type PublicEvent, toEvent } from './to-event.ts';

interface Events {
  publish(...events: readonly PublicEvent[]): Promise<void>;
}

/** Announcements over the topic of this service. */
export class SnsAnnouncements implements Announcements {
  readonly #events: Events;
  readonly #clock: Clock;

  constructor(events: Events, clock: Clock) {
    this.#events = events;
    this.#clock = clock;
  }

  async announce(facts: readonly RunFact[], cause: Cause): Promise<void> {
    const now = this.#clock.now();
    await this.#events.publish(...facts.map((fact) => toEvent(fact, cause, now)));
  }
}
