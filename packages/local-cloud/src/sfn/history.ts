import type { Clock } from './clock.ts';
import { StateError } from './errors.ts';
import type { JsonObject } from './json.ts';
import { HISTORY_LIMIT } from './limits.ts';

export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestampMs: number;
  readonly type: string;
  /** Named as the API names them: `stateEnteredEventDetails`, … */
  readonly details: JsonObject;
}

/** Everything that happened in one execution. The last free place is kept for its end. */
export class History {
  readonly #events: HistoryEvent[] = [];
  readonly #clock: Clock;
  #isClosed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get events(): readonly HistoryEvent[] {
    return this.#events;
  }

  /** @throws StateError `States.Runtime` when only the place of the last event is left */
  add(type: string, previousEventId: number, details: JsonObject = {}): number {
    if (this.#isClosed) return previousEventId;
    if (this.#events.length < HISTORY_LIMIT - 1) return this.#append(type, previousEventId, details);

    const reason = `The execution reached the maximum number of history events (${HISTORY_LIMIT}).`;
    throw new StateError('States.Runtime', reason);
  }

  /** Adds the event that ends the execution; whatever a cut-off branch reports afterwards is dropped. */
  close(type: string, details: JsonObject = {}): void {
    if (this.#isClosed) return;
    this.#append(type, this.#events.length, details);
    this.#isClosed = true;
  }

  #append(type: string, previousEventId: number, details: JsonObject): number {
    const id = this.#events.length + 1;
    this.#events.push({ id, previousEventId, timestampMs: this.#clock.now(), type, details });
    return id;
  }
}

/** The events of one lane: each points to the one before it in the same lane. */
export class Trail {
  readonly #history: History;
  #lastId: number;

  constructor(history: History, lastId = 0) {
    this.#history = history;
    this.#lastId = lastId;
  }

  get lastId(): number {
    return this.#lastId;
  }

  add(type: string, details: JsonObject = {}): number {
    this.#lastId = this.#history.add(type, this.#lastId, details);
    return this.#lastId;
  }

  fork(): Trail {
    return new Trail(this.#history, this.#lastId);
  }

  /** Goes on after the last event of the lanes that were forked from this one. */
  join(lanes: readonly Trail[]): void {
    this.#lastId = Math.max(this.#lastId, ...lanes.map(({ lastId }) => lastId));
  }
}
