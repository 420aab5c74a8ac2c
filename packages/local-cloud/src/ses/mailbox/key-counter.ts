const MOST = 255;
const LARGEST_OFFSET = 1_000_000;

/** Counts messages per (chunk, offset) in a byte each, so that ten million recipients fit. */
export class KeyCounter {
  readonly #chunks = new Map<string, Uint8Array>();
  readonly #others = new Map<string, number>();
  #distinct = 0;
  #twice = 0;

  /** Keys that were seen. */
  get distinct(): number {
    return this.#distinct;
  }

  /** Keys that were seen more than once. */
  get twice(): number {
    return this.#twice;
  }

  add(chunk: string, offset: string): void {
    const before = this.#increment(chunk, offset);
    if (before === 0) this.#distinct += 1;
    if (before === 1) this.#twice += 1;
  }

  #increment(chunk: string, offset: string): number {
    const position = Number(offset);
    // "7" and "07" are two keys: only the canonical form has a byte.
    if (!Number.isInteger(position) || position < 0 || position > LARGEST_OFFSET || String(position) !== offset) {
      const key = `${chunk}/${offset}`;
      const before = this.#others.get(key) ?? 0;
      this.#others.set(key, before + 1);
      return before;
    }

    const counts = this.#countsOf(chunk, position);
    const before = counts[position] ?? 0;
    counts[position] = Math.min(MOST, before + 1);
    return before;
  }

  #countsOf(chunk: string, position: number): Uint8Array {
    const counts = this.#chunks.get(chunk) ?? new Uint8Array(0);
    if (position < counts.length) return counts;

    const grown = new Uint8Array(Math.max(1024, 2 ** Math.ceil(Math.log2(position + 1))));
    grown.set(counts);
    this.#chunks.set(chunk, grown);
    return grown;
  }
}
