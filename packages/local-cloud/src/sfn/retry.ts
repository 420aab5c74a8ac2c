import type { Catcher, Retrier } from './definition.ts';
import type { StateError } from './errors.ts';

/** Only their own names reach these, and nothing reaches `States.Runtime`. */
const NOT_IN_ALL: ReadonlySet<string> = new Set(['States.DataLimitExceeded', 'States.Runtime']);
const NOT_IN_TASK_FAILED: ReadonlySet<string> = new Set([...NOT_IN_ALL, 'States.Timeout']);

const nameMatches = (name: string, { error, aliases }: StateError): boolean => {
  if (error === 'States.Runtime') return false;
  if (name === 'States.ALL') return !NOT_IN_ALL.has(error);
  if (name === 'States.TaskFailed') return !NOT_IN_TASK_FAILED.has(error);
  return name === error || aliases.includes(name);
};

/** Says whether an `ErrorEquals` list covers an error, wildcards included. */
export const matches = (errorEquals: readonly string[], error: StateError): boolean =>
  errorEquals.some((name) => nameMatches(name, error));

export const catcherFor = (catchers: readonly Catcher[], error: StateError): Catcher | undefined =>
  catchers.find(({ ErrorEquals }) => matches(ErrorEquals, error));

export interface Retry {
  readonly retrier: Retrier;
  readonly delayMs: number;
}

const delaySeconds = (retrier: Retrier, attempts: number): number => {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Number.POSITIVE_INFINITY } = retrier;
  return Math.min(IntervalSeconds * BackoffRate ** attempts, MaxDelaySeconds);
};

/**
 * Counts how often each retrier of one visit to a state was used.
 * Only the first retrier that covers an error is asked; when it is used up, the catchers are next.
 */
export class Retries {
  readonly #retriers: readonly Retrier[];
  readonly #random: () => number;
  readonly #used = new Map<Retrier, number>();

  constructor(retriers: readonly Retrier[], random: () => number) {
    this.#retriers = retriers;
    this.#random = random;
  }

  next(error: StateError): Retry | undefined {
    const retrier = this.#retriers.find(({ ErrorEquals }) => matches(ErrorEquals, error));
    if (retrier === undefined) return undefined;

    const used = this.#used.get(retrier) ?? 0;
    if (used >= (retrier.MaxAttempts ?? 3)) return undefined;

    this.#used.set(retrier, used + 1);
    const spread = retrier.JitterStrategy === 'FULL' ? this.#random() : 1;
    return { retrier, delayMs: delaySeconds(retrier, used) * 1_000 * spread };
  }
}
