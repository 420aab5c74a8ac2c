import type { Basics } from './basics.ts';

/** What happens at its time, as long as the run is not over. Instants are milliseconds after its start. */
export class Timetable {
  readonly #basics: Basics;
  readonly #isOver: () => boolean;

  constructor(basics: Basics, isOver: () => boolean) {
    this.#basics = basics;
    this.#isOver = isOver;
  }

  get elapsed(): number {
    return this.#basics.time.now() - this.#basics.start;
  }

  async at(elapsedMs: number, act: () => void): Promise<void> {
    await this.#basics.time.sleepUntil(this.#basics.start + elapsedMs);
    if (!this.#isOver()) act();
  }

  /** Counts how often from 1. */
  async every(ms: number, act: (times: number) => void): Promise<void> {
    for (let times = 1; !this.#isOver(); times += 1) {
      await this.#basics.time.sleepUntil(this.#basics.start + times * ms);
      if (!this.#isOver()) act(times);
    }
  }
}
