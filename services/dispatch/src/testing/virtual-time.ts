interface Waiter {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/** Time that passes only when everybody waits: a test of hours takes milliseconds and always comes out the same. */
export class VirtualTime {
  #now: number;
  #order = 0;
  readonly #waiting: Waiter[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Comes back at the instant; those that wait for the same one come back in the order of their asking. */
  sleepUntil(at: number): Promise<void> {
    return new Promise((wake) => {
      this.#order += 1;
      this.#waiting.push({ at: Math.max(at, this.#now), order: this.#order, wake });
    });
  }

  /** Lets time pass until the condition holds, or nobody waits any more, or `until` is reached. Answers whether the condition held. */
  async pass(condition: () => boolean, until: number): Promise<boolean> {
    for (;;) {
      await settled();
      if (condition()) return true;
      const next = this.#takeNext();
      if (next === undefined || next.at > until) return false;
      this.#now = next.at;
      next.wake();
    }
  }

  #takeNext(): Waiter | undefined {
    const isBefore = (a: Waiter, b: Waiter) => a.at < b.at || (a.at === b.at && a.order < b.order);
    const next = this.#waiting.reduce<Waiter | undefined>(
      (first, each) => (first === undefined || isBefore(each, first) ? each : first),
      undefined,
    );
    if (next !== undefined) this.#waiting.splice(this.#waiting.indexOf(next), 1);
    return next;
  }
}

/** Everything that waits for nothing but promises has gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
