import { ApiProblem } from './problem.ts';

const NOT_FOUND = 404;

/** Whether a service says that it is not there; one that fails or cannot be reached says nothing of it. */
export const isGone = (error: unknown): boolean => error instanceof ApiProblem && error.status === NOT_FOUND;

interface Asked {
  readonly data: unknown;
  readonly error: unknown;
}

/** Whether it is known of everything that was asked for what it is, or that it is not there. */
export const allTold = (asked: readonly Asked[]): boolean =>
  asked.every(({ data, error }) => data !== undefined || isGone(error));
