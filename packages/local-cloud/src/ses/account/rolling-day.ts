import type { Clock } from '../clock.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** Counts what happened in the last 24 hours, to the minute. */
export class RollingDay {
  readonly #clock: Clock;
  readonly #perMinute = new Map<number, number>();
  #total = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(count: number): void {
    const minute = this.#minute();
    this.#perMinute.set(minute, (this.#perMinute.get(minute) ?? 0) + count);
    this.#total += count;
  }

  total(): number {
    const firstKept = this.#minute() - DAY_MINUTES + 1;
    for (const [minute, count] of this.#perMinute) {
      if (minute >= firstKept) break;
      this.#perMinute.delete(minute);
      this.#total -= count;
    }
    return this.#total;
  }

  #minute(): number {
    return Math.floor(this.#clock.now() / MINUTE_MS);
  }
}
