import type { EventType } from './ses-event.ts';

export interface EventDestination {
  readonly configurationSet: string;
  readonly name: string;
  readonly enabled: boolean;
  /** In CloudFormation's spelling (`deliveryDelay`), the API's (`DELIVERY_DELAY`) or the event's own. */
  readonly eventTypes: readonly string[];
  readonly topicArn: string;
}

const spelledAlike = (eventType: string): string => eventType.toLowerCase().replaceAll(/[^a-z]/g, '');

/** Configuration sets and who listens to them. A destination may be registered before its set. */
export class Destinations {
  readonly #sets = new Set<string>();
  readonly #destinations = new Map<string, Map<string, EventDestination>>();

  addSet(name: string): void {
    this.#sets.add(name);
  }

  has(name: string): boolean {
    return this.#sets.has(name);
  }

  /** Adds a destination, or replaces the one of that name. */
  add(destination: EventDestination): void {
    const ofSet = this.#destinations.get(destination.configurationSet) ?? new Map<string, EventDestination>();
    ofSet.set(destination.name, { ...destination, eventTypes: destination.eventTypes.map(spelledAlike) });
    this.#destinations.set(destination.configurationSet, ofSet);
  }

  topicsFor(configurationSet: string | undefined, eventType: EventType): readonly string[] {
    if (configurationSet === undefined) return [];

    return [...(this.#destinations.get(configurationSet)?.values() ?? [])]
      .filter(({ enabled, eventTypes }) => enabled && eventTypes.includes(spelledAlike(eventType)))
      .map(({ topicArn }) => topicArn);
  }
}
