import { joinArrivals, type PlacedArrival } from './placed-arrival.ts';

/** The contacts that one command has written. */
const CHUNK_SIZE = 1_000;

/** Cuts arrivals into chunks of so many contacts. What comes twice within a chunk is joined there. */
export class ArrivalChunks {
  #filling: PlacedArrival[] = [];
  /** Where a contact stands among those; most lists have nobody twice, and need no such index. */
  #places: Map<string, number> | undefined;
  #full: (readonly PlacedArrival[])[] = [];

  add(arrival: PlacedArrival): void {
    if (arrival.isRepeated === true && this.#joined(arrival)) return;
    this.#places?.set(arrival.contactId, this.#filling.length);
    this.#filling.push(arrival);
    if (this.#filling.length >= CHUNK_SIZE) this.#cut();
  }

  /** The chunks that are full by now and have not been taken. */
  take(): readonly (readonly PlacedArrival[])[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** Lets the last chunk be shorter. */
  end(): void {
    if (this.#filling.length > 0) this.#cut();
  }

  #joined(arrival: PlacedArrival): boolean {
    this.#places ??= new Map(this.#filling.map(({ contactId }, place) => [contactId, place]));
    const place = this.#places.get(arrival.contactId);
    const upper = place === undefined ? undefined : this.#filling[place];
    if (place === undefined || upper === undefined) return false;
    this.#filling[place] = joinArrivals(upper, arrival);
    return true;
  }

  #cut(): void {
    this.#full.push(this.#filling);
    this.#filling = [];
    this.#places = undefined;
  }
}
