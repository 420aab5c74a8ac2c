import { KeyCounter } from './key-counter.ts';
import { type Outcome, outcomes } from './outcome.ts';

type Tags = Readonly<Record<string, string>>;
type OutcomeCounts = Readonly<Record<Outcome, number>>;

export interface Figures {
  /** Messages accepted. */
  readonly accepted: number;
  /** Distinct (run, chunk, offset) keys among them. */
  readonly recipients: number;
  /** Keys with more than one message. */
  readonly sentTwice: number;
  /** Messages that had each outcome. */
  readonly byOutcome: OutcomeCounts;
}

interface Count {
  accepted: number;
  readonly keys: KeyCounter;
  readonly byOutcome: Record<Outcome, number>;
}

const noOutcomes = (): Record<Outcome, number> => ({
  delivered: 0,
  delayed: 0,
  bounced: 0,
  soft_bounced: 0,
  complained: 0,
  opened: 0,
  clicked: 0,
  rejected: 0,
});

const emptyCount = (): Count => ({ accepted: 0, keys: new KeyCounter(), byOutcome: noOutcomes() });

const figuresOf = (counts: readonly Count[]): Figures => {
  const byOutcome = noOutcomes();
  for (const count of counts) for (const outcome of outcomes) byOutcome[outcome] += count.byOutcome[outcome];
  const sum = (of: (count: Count) => number): number => counts.reduce((total, count) => total + of(count), 0);

  return {
    accepted: sum(({ accepted }) => accepted),
    recipients: sum(({ keys }) => keys.distinct),
    sentTwice: sum(({ keys }) => keys.twice),
    byOutcome,
  };
};

/** Exact figures per run, kept apart from the messages, which may be dropped. */
export class Tally {
  readonly #runs = new Map<string, Count>();
  #untagged = emptyCount();

  accepted(tags: Tags): void {
    const count = this.#countOf(tags);
    const { run, chunk, offset } = tags;
    count.accepted += 1;
    if (run !== undefined && chunk !== undefined && offset !== undefined) count.keys.add(chunk, offset);
  }

  /** Counts an outcome; the caller sees to it that it is the first of its kind for the message. */
  happened(tags: Tags, outcome: Outcome): void {
    this.#countOf(tags).byOutcome[outcome] += 1;
  }

  figures(run?: string): Figures {
    if (run === undefined) return figuresOf([this.#untagged, ...this.#runs.values()]);
    return figuresOf([this.#runs.get(run) ?? emptyCount()]);
  }

  runs(): readonly string[] {
    return [...this.#runs.keys()];
  }

  clear(): void {
    this.#runs.clear();
    this.#untagged = emptyCount();
  }

  #countOf({ run }: Tags): Count {
    if (run === undefined) return this.#untagged;

    const count = this.#runs.get(run) ?? emptyCount();
    this.#runs.set(run, count);
    return count;
  }
}
