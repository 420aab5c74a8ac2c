import type { Clock } from '../clock.ts';

/** Lets `perSecond` through on average, and at most `capacity` at once. */
export class TokenBucket {
  readonly #clock: Clock;
  #perSecond = 0;
  #capacity = 0;
  #tokens = 0;
  #filledAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /** Sets a new rate; the first time, the bucket is full. */
  resize(perSecond: number, capacity: number): void {
    this.#refill();
    this.#tokens = this.#capacity === 0 ? capacity : Math.min(this.#tokens, capacity);
    this.#perSecond = perSecond;
    this.#capacity = capacity;
  }

  /** Takes tokens, or none. More than the bucket holds needs a full bucket, and leaves a debt. */
  take(count: number): boolean {
    this.#refill();
    if (this.#tokens < Math.min(count, this.#capacity)) return false;

    this.#tokens -= count;
    return true;
  }

  #refill(): void {
    const now = this.#clock.now();
    const earned = (Math.max(0, now - this.#filledAt) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#capacity, this.#tokens + earned);
    this.#filledAt = now;
  }
}
