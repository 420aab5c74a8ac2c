/** Lets so many works go on at a time. The first failure comes out of the next call. */
export class SomeAtOnce {
  readonly #most: number;
  readonly #going = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  /** Begins a work as soon as there is room for it. */
  async begin(work: () => Promise<void>): Promise<void> {
    while (this.#going.size >= this.#most) await Promise.race(this.#going);
    this.#throwFailure();
    const going = work()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#going.delete(going));
    this.#going.add(going);
  }

  /** Waits for all of them. */
  async end(): Promise<void> {
    await Promise.all(this.#going);
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
