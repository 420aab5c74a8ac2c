/** A list has this many counters that are added up: writers who share one disturb each other. */
const SLOTS = 64;

/**
 * The counters that this process writes. One that nobody disturbed is taken again, one on which somebody was met is not: so
 * writers come to keep out of each other's way without knowing of each other.
 */
export class Slots {
  readonly #quiet: number[] = [];
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  take(): number {
    return this.#quiet.pop() ?? Math.floor(this.#random() * SLOTS);
  }

  giveBack(slot: number): void {
    this.#quiet.push(slot);
  }
}
