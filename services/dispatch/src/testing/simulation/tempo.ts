import type { Basics } from './basics.ts';

/** Slots that were reserved at a faster rate may be used for so long: the horizon, a batch, and a call that leaves late. */
const MEMORY_MS = 90_000;
const SPREAD_MS = 12;
const WINDOW_MS = 1_000;

/** Watches how many requests reach SES in any second, next to the bound that the protocol promises. */
export class Tempo {
  readonly #basics: Basics;
  readonly #tooFast: (text: string) => void;
  readonly #reserved: { readonly at: number; readonly everyMs: number }[] = [];
  #arrivals: number[] = [];

  constructor(basics: Basics, tooFast: (text: string) => void) {
    this.#basics = basics;
    this.#tooFast = tooFast;
  }

  reserves(everyMs: number): void {
    const now = this.#basics.time.now();
    while ((this.#reserved[0]?.at ?? now) < now - MEMORY_MS) this.#reserved.shift();
    this.#reserved.push({ at: now, everyMs });
  }

  /** A request reaches SES that did not stall on its way. */
  arrives(): void {
    const now = this.#basics.time.now();
    while ((this.#arrivals[0] ?? now) <= now - WINDOW_MS) this.#arrivals.shift();
    this.#arrivals.push(now);
    const most = this.#mostInASecond();
    if (this.#arrivals.length <= most) return;

    this.#tooFast(`${this.#arrivals.length} requests within a second, at most ${most} were promised`);
    this.#arrivals = [];
  }

  #mostInASecond(): number {
    const { pace, scenario } = this.#basics;
    const everyMs = this.#reserved.reduce((least, each) => Math.min(least, each.everyMs), Number.POSITIVE_INFINITY);
    const spanMs = WINDOW_MS + pace.lateMs + pace.tauMs + SPREAD_MS + 2 * scenario.skewMs;
    return Math.floor(spanMs / everyMs + 1);
  }
}
