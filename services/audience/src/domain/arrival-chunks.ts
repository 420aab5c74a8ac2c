import { joinArrivals, type PlacedArrival } from './placed-arrival.ts';

/** The contacts that one command has written. */
export const CHUNK_SIZE = 1_000;

/** Cuts arrivals into chunks of so many contacts. What comes twice within a chunk is joined there. */
export class ArrivalChunks {
  #filling = new Map<string, PlacedArrival>();
  #full: (readonly PlacedArrival[])[] = [];

  add(arrival: PlacedArrival): void {
    const upper = this.#filling.get(arrival.contactId);
    this.#filling.set(arrival.contactId, upper === undefined ? arrival : joinArrivals(upper, arrival));
    if (this.#filling.size >= CHUNK_SIZE) this.#cut();
  }

  /** The chunks that are full by now and have not been taken. */
  take(): readonly (readonly PlacedArrival[])[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** Lets the last chunk be shorter. */
  end(): void {
    if (this.#filling.size > 0) this.#cut();
  }

  #cut(): void {
    this.#full.push([...this.#filling.values()]);
    this.#filling = new Map();
  }
}
