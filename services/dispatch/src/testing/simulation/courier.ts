import type { Basics } from './basics.ts';
import { between } from './chance.ts';
import { invoke } from './invoke.ts';
import { Worker } from './worker.ts';

const TIMEOUT_MS = 120_000;
const LATEST_MS = 1_200_000;
const LONGEST_PAUSE_MS = 120_000;

type Work = (worker: Worker) => Promise<unknown>;

/** Topics and queues between services: everything arrives at least once, some of it twice or long after it was sent. */
export class Courier {
  readonly #basics: Basics;
  readonly #failed: (worker: Worker, error: unknown) => void;

  constructor(basics: Basics, failed: (worker: Worker, error: unknown) => void) {
    this.#basics = basics;
    this.#failed = failed;
  }

  /** Delivers a message to a handler until it succeeds. */
  deliver(name: string, work: Work): void {
    const { chance, scenario } = this.#basics;
    const { again } = scenario.weather;
    const late = chance.fault(`${name} is late`, (random) =>
      random() < again / 3 ? between(random, 1_000, LATEST_MS / 4) : undefined,
    );
    const twice = chance.fault(`${name} comes twice`, (random) =>
      random() < again ? between(random, 0, LATEST_MS) : undefined,
    );
    void this.#deliverOne(name, (late ?? 0) + this.#transitMs(name), work);
    if (twice !== undefined) void this.#deliverOne(`${name}'`, twice + this.#transitMs(name), work);
  }

  #transitMs(name: string): number {
    return between(this.#basics.chance.of(name), 20, 400);
  }

  async #deliverOne(name: string, delayMs: number, work: Work): Promise<void> {
    const { time } = this.#basics;
    await time.sleepUntil(time.now() + delayMs);
    for (let receives = 1; !(await this.attempt(`${name}#${receives}`, work)); receives += 1) {
      await time.sleepUntil(time.now() + Math.min(LONGEST_PAUSE_MS, 10_000 * receives));
    }
  }

  /** Calls a handler once. Answers whether it came to its end. */
  async attempt(name: string, work: Work): Promise<boolean> {
    const worker = new Worker(name, this.#basics);
    const invoked = await invoke(this.#basics, worker, { timeoutMs: TIMEOUT_MS, work: () => work(worker) });
    this.#basics.journal.note(name, () => invoked.kind);
    if (invoked.kind === 'failed') this.#failed(worker, invoked.error);
    return invoked.kind === 'answered';
  }
}
