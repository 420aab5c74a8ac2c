import { draw } from './rules/draw.ts';
import type { FaultSettings } from './rules/rules.ts';

/** What goes wrong with one send request. */
export interface RequestFault {
  readonly kind: 'none' | 'throttle' | 'fail_before_accept' | 'fail_after_accept' | 'drop_after_accept';
  readonly delayMs: number;
}

/** What goes wrong with one event. */
export interface EventFault {
  readonly copies: number;
  readonly delayMs: number;
}

/**
 * Decides what breaks. The only place that knows of faults on purpose: requests and events ask here, in the order
 * they come, and the same seed breaks the same ones.
 */
export class Faults {
  #settings: FaultSettings;
  #requests = 0;
  #events = 0;

  constructor(settings: FaultSettings) {
    this.#settings = settings;
  }

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** New settings begin their draws anew, so that a test can repeat itself. */
  change(changes: Partial<FaultSettings>): FaultSettings {
    this.#settings = { ...this.#settings, ...changes };
    this.#requests = 0;
    this.#events = 0;
    return this.#settings;
  }

  forRequest(): RequestFault {
    this.#requests += 1;
    const { seed, latencyPercent, latencyMs } = this.#settings;
    const isSlow = draw(seed, 'latency', `${this.#requests}`) * 100 < latencyPercent;

    return { kind: this.#kindOf(draw(seed, 'request', `${this.#requests}`) * 100), delayMs: isSlow ? latencyMs : 0 };
  }

  forEvent(): EventFault {
    this.#events += 1;
    const { seed, duplicateEventPercent, lateEventPercent, lateEventMs } = this.#settings;
    const isTwice = draw(seed, 'duplicate', `${this.#events}`) * 100 < duplicateEventPercent;
    const isLate = draw(seed, 'late', `${this.#events}`) * 100 < lateEventPercent;

    return { copies: isTwice ? 2 : 1, delayMs: isLate ? lateEventMs : 0 };
  }

  #kindOf(drawnPercent: number): RequestFault['kind'] {
    const shares = [
      ['throttle', this.#settings.throttlePercent],
      ['fail_before_accept', this.#settings.failBeforeAcceptPercent],
      ['fail_after_accept', this.#settings.failAfterAcceptPercent],
      ['drop_after_accept', this.#settings.dropAfterAcceptPercent],
    ] as const;

    let upTo = 0;
    for (const [kind, percent] of shares) {
      upTo += percent;
      if (drawnPercent < upTo) return kind;
    }
    return 'none';
  }
}
