import type { Clock } from '../clock.ts';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

const everythingElseRuns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A clock that stands still until a test moves it.
 *
 * @example
 * const clock = new VirtualClock(Date.parse('2030-01-01T00:00:00Z'));
 * await clock.advance(60_000); // rings every timer of the next minute, in order
 */
export class VirtualClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(startAt = 0) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  get waiting(): number {
    return this.#timers.size;
  }

  sleep(delayMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (delayMs <= 0) return resolve();

      const timer = { at: this.#now + delayMs, ring: resolve };
      this.#timers.add(timer);
      signal.addEventListener('abort', () => this.#timers.delete(timer) && reject(signal.reason), { once: true });
    });
  }

  async advance(byMs: number): Promise<void> {
    const end = this.#now + byMs;
    await everythingElseRuns();
    for (let next = this.#earliest(end); next !== undefined; next = this.#earliest(end)) {
      this.#timers.delete(next);
      this.#now = next.at;
      next.ring();
      await everythingElseRuns();
    }
    this.#now = end;
  }

  #earliest(end: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
