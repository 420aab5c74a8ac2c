interface Entry {
  readonly atMs: number;
  readonly n: number;
  readonly happen: () => Promise<void> | void;
}

/** A clock that goes from one thing that happens to the next. What happens at the same instant happens in the order it was planned. */
export class Agenda {
  nowMs = 0;
  readonly #entries: Entry[] = [];
  #planned = 0;

  at(atMs: number, happen: Entry['happen']): void {
    this.#planned += 1;
    const entry = { atMs: Math.max(atMs, this.nowMs), n: this.#planned, happen };
    const place = this.#entries.findIndex((other) => other.atMs > entry.atMs);
    this.#entries.splice(place === -1 ? this.#entries.length : place, 0, entry);
  }

  async runUntil(endMs: number): Promise<void> {
    for (let next = this.#entries[0]; next !== undefined && next.atMs <= endMs; next = this.#entries[0]) {
      this.#entries.shift();
      this.nowMs = next.atMs;
      await next.happen();
    }
    this.nowMs = endMs;
  }
}
