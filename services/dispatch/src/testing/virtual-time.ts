import { nextTick } from 'node:process';

import { Heap } from './heap.ts';

interface Waiter {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/** Time that passes only when everybody waits: a test of hours takes milliseconds and always comes out the same. */
export class VirtualTime {
  #now: number;
  #order = 0;
  readonly #waiting = new Heap<Waiter>((a, b) => a.at < b.at || (a.at === b.at && a.order < b.order));

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
      this.#waiting.add({ at: Math.max(at, this.#now), order: this.#order, wake });
    });
  }

  /** Lets time pass until the condition holds, or nobody waits any more, or `until` is reached. Answers whether the condition held. */
  async pass(condition: () => boolean, until: number): Promise<boolean> {
    // From here on, only what promises have woken runs: ticks come after all of them.
    await Promise.resolve();
    for (;;) {
      await settled();
      if (condition()) return true;
      const next = this.#waiting.first;
      if (next === undefined || next.at > until) return false;
      this.#waiting.takeFirst();
      this.#now = next.at;
      next.wake();
    }
  }
}

/** Everything that waits for nothing but promises has gone on: Node runs ticks only when no promise is left to run. */
const settled = (): Promise<void> => new Promise((resolve) => nextTick(resolve));
