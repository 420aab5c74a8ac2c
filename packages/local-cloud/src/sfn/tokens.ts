import { randomBytes } from 'node:crypto';

import type { Clock } from './clock.ts';
import { ApiError, StateError } from './errors.ts';
import type { Json } from './json.ts';

/** A task that waits to be told how it ended. */
export interface OpenTask {
  readonly token: string;
  readonly outcome: Promise<Json>;
  /** When it was last heard of, by a heartbeat or by its start. */
  readonly lastSignMs: () => number;
}

interface Waiting extends OpenTask {
  readonly succeed: (output: Json) => void;
  readonly fail: (error: StateError) => void;
  readonly beat: () => void;
}

const PREFIX = 'AQCoAAAAKgAAAAMAAAAA';
const TOKEN = new RegExp(`^${PREFIX}[\\w-]{128}$`);

/** The tokens of all callbacks: those still waited for, and those that came too late. */
export class Tokens {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Waiting>();
  readonly #ended = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  open(): OpenTask {
    const token = `${PREFIX}${randomBytes(96).toString('base64url')}`;
    const { promise: outcome, resolve: succeed, reject: fail } = Promise.withResolvers<Json>();
    // A failure may arrive before the state awaits it.
    outcome.catch(() => undefined);

    let lastSignMs = this.#clock.now();
    const beat = (): void => {
      lastSignMs = this.#clock.now();
    };
    const task = { token, outcome, succeed, fail, beat, lastSignMs: () => lastSignMs };
    this.#waiting.set(token, task);
    return task;
  }

  /** After this, word about the task comes too late. */
  close(token: string): void {
    if (this.#waiting.delete(token)) this.#ended.add(token);
  }

  succeed(token: string, output: Json): void {
    this.#find(token).succeed(output);
    this.close(token);
  }

  fail(token: string, { error, cause }: { readonly error: string; readonly cause: string }): void {
    this.#find(token).fail(new StateError(error, cause));
    this.close(token);
  }

  heartbeat(token: string): void {
    this.#find(token).beat();
  }

  #find(token: string): Waiting {
    const task = this.#waiting.get(token);
    if (task !== undefined) return task;
    if (this.#ended.has(token)) {
      throw new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    }
    if (TOKEN.test(token)) throw new ApiError('TaskDoesNotExist', "Task Does Not Exist: 'Unknown task token'");
    throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
  }
}
