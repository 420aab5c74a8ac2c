import type { Scenario } from './scenario.ts';
import { type Course, simulate } from './simulate.ts';
import type { Variant } from './variant.ts';

/** The smallest way found in which a promise breaks, with its journal. */
export interface Shrunk {
  readonly course: Course;
  readonly runs: number;
}

interface Shrinkable {
  readonly seed: number;
  /** A fresh one for every run. */
  readonly variant?: (() => Variant) | undefined;
}

interface Candidate {
  readonly scenario: Scenario;
  readonly only: ReadonlySet<string>;
}

/** A person waits for it. */
const MOST_RUNS = 1_500;

/**
 * Looks for the shortest interleaving that breaks what a seed breaks: leaves out faults, many at first and then one by one, and makes
 * the world smaller, as long as the same promise breaks.
 */
export const shrink = async (plan: Shrinkable, failing: Course): Promise<Shrunk> => {
  const shrinking = new Shrinking(plan, failing);
  await shrinking.run();
  return shrinking.best();
};

class Shrinking {
  readonly #plan: Shrinkable;
  readonly #promise: string | undefined;
  #best: Candidate;
  #runs = 0;

  constructor(plan: Shrinkable, failing: Course) {
    this.#plan = plan;
    this.#promise = failing.broken[0]?.promise;
    this.#best = { scenario: failing.scenario, only: failing.faults };
  }

  async run(): Promise<void> {
    for (let isSmaller = true; isSmaller && this.#runs < MOST_RUNS; ) {
      const withFewerFaults = await this.#leaveOutFaults();
      isSmaller = (await this.#makeWorldSmaller()) || withFewerFaults;
    }
  }

  async best(): Promise<Shrunk> {
    const course = await this.#simulate(this.#best, true);
    return { course, runs: this.#runs };
  }

  async #leaveOutFaults(): Promise<boolean> {
    const before = this.#best.only.size;
    for (let share = Math.ceil(before / 2); share >= 1; share = share === 1 ? 0 : Math.ceil(share / 2)) {
      for (let from = 0; from < this.#best.only.size; ) {
        const faults = [...this.#best.only];
        const rest = new Set([...faults.slice(0, from), ...faults.slice(from + share)]);
        if (!(await this.#takesOver({ ...this.#best, only: rest }))) from += share;
      }
    }
    return this.#best.only.size < before;
  }

  async #makeWorldSmaller(): Promise<boolean> {
    let isSmaller = false;
    for (const smaller of smallerWorlds) {
      while (await this.#tryWorld(smaller)) isSmaller = true;
    }
    return isSmaller;
  }

  async #tryWorld(smaller: (scenario: Scenario) => Scenario): Promise<boolean> {
    const scenario = smaller(this.#best.scenario);
    return (
      JSON.stringify(scenario) !== JSON.stringify(this.#best.scenario) && this.#takesOver({ ...this.#best, scenario })
    );
  }

  /** Makes a candidate the best one if the same promise breaks in it. */
  async #takesOver(candidate: Candidate): Promise<boolean> {
    if (this.#runs >= MOST_RUNS) return false;
    const { broken, faults } = await this.#simulate(candidate, false);
    if (!broken.some(({ promise }) => promise === this.#promise)) return false;
    this.#best = { ...candidate, only: faults };
    return true;
  }

  #simulate({ scenario, only }: Candidate, isJournalKept: boolean): Promise<Course> {
    this.#runs += 1;
    const { seed, variant } = this.#plan;
    return simulate({ seed, variant: variant?.(), adapt: () => scenario, only, isJournalKept });
  }
}

const smallerWorlds: readonly ((scenario: Scenario) => Scenario)[] = [
  (scenario) => ({ ...scenario, chunks: scenario.chunks.slice(0, Math.max(1, scenario.chunks.length - 1)) }),
  (scenario) => ({ ...scenario, chunks: scenario.chunks.map((size) => Math.ceil(size / 2)) }),
  (scenario) => ({ ...scenario, chunks: scenario.chunks.map((size) => Math.max(1, size - 1)) }),
  (scenario) => ({ ...scenario, senders: Math.max(1, scenario.senders - 1) }),
  (scenario) => ({ ...scenario, skewMs: 0 }),
  (scenario) => ({ ...scenario, leaseMs: Number.POSITIVE_INFINITY }),
  (scenario) => ({ ...scenario, visibilityMs: scenario.timeoutMs + 60_000 }),
  (scenario) => ({ ...scenario, isAlwaysFinal: false }),
];
