import { setMaxListeners } from 'node:events';

import type { Clock } from './clock.ts';
import { Aborted, asStateError, StateError } from './errors.ts';
import { History, Trail } from './history.ts';
import { type Json, type JsonObject, parseJson } from './json.ts';
import type { Run } from './lane.ts';
import type { StoredMachine } from './machines.ts';
import { race } from './race.ts';
import { timeout } from './states/task-limits.ts';

export type Outcome =
  | { readonly status: 'RUNNING' }
  | { readonly status: 'SUCCEEDED'; readonly stopMs: number; readonly output: string }
  | {
      readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED';
      readonly stopMs: number;
      readonly error: string | undefined;
      readonly cause: string | undefined;
    };

export type Status = Outcome['status'];

/** What an execution takes from its surroundings; the rest of a `Run` is its own. */
export type Surroundings = Omit<Run, 'context'>;

interface Start {
  readonly arn: string;
  readonly name: string;
  readonly input: string;
  readonly machine: StoredMachine;
  /** Grows by one with every execution. */
  readonly number: number;
}

const orNothing = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const failureDetails = (error?: string, cause?: string): JsonObject => ({
  ...(error === undefined ? {} : { error }),
  ...(cause === undefined ? {} : { cause }),
});

/** One run of a machine, kept in memory. */
export class Execution {
  readonly start: Start;
  readonly startMs: number;
  readonly history: History;
  readonly #clock: Clock;
  readonly #stopped = new AbortController();
  #outcome: Outcome = { status: 'RUNNING' };

  constructor(start: Start, clock: Clock) {
    this.start = start;
    this.startMs = clock.now();
    this.history = new History(clock);
    this.#clock = clock;
    setMaxListeners(0, this.#stopped.signal);
  }

  get outcome(): Outcome {
    return this.#outcome;
  }

  /** Runs to the end. Never rejects: how it ended is the execution's outcome. */
  async run(surroundings: Surroundings): Promise<void> {
    const { input, machine } = this.start;
    this.history.add('ExecutionStarted', 0, {
      executionStartedEventDetails: { input, roleArn: machine.roleArn },
    });
    try {
      this.#succeed(await this.#follow({ ...surroundings, context: this.#context(parseJson(input)) }));
    } catch (thrown) {
      if (!(thrown instanceof Aborted)) this.#fail(asStateError(thrown));
    }
  }

  /** Ends the execution from outside; one that has ended stays as it is. */
  stop(error: string | undefined, cause: string | undefined): void {
    if (this.#outcome.status !== 'RUNNING') return;
    this.#outcome = { status: 'ABORTED', stopMs: this.#clock.now(), error, cause };
    this.history.close('ExecutionAborted', { executionAbortedEventDetails: failureDetails(error, cause) });
    this.#stopped.abort(new Aborted());
  }

  async #follow(run: Run): Promise<Json> {
    const { machine } = this.start.machine;
    const { TimeoutSeconds } = machine;
    // A time-out of the whole execution is told apart from a state's by who throws it.
    const timeUp = new StateError('States.Timeout');
    const outOfTime = new AbortController();
    const signal = AbortSignal.any([this.#stopped.signal, outOfTime.signal]);
    setMaxListeners(0, signal);
    const lane = { run, signal, trail: new Trail(this.history), variables: new Map<string, Json>() };

    try {
      return await race(this.#stopped.signal, (round) => [
        run.follow(machine, parseJson(this.start.input), lane),
        ...(TimeoutSeconds === undefined
          ? []
          : [timeout(run.clock, TimeoutSeconds, round).catch(() => this.#outOfTime(timeUp, round))]),
      ]);
    } finally {
      outOfTime.abort(new Aborted());
    }
  }

  #outOfTime(timeUp: StateError, round: AbortSignal): never {
    round.throwIfAborted();
    this.#end({ status: 'TIMED_OUT', stopMs: this.#clock.now(), error: timeUp.error, cause: undefined });
    this.history.close('ExecutionTimedOut', { executionTimedOutEventDetails: failureDetails(timeUp.error) });
    throw timeUp;
  }

  #context(input: Json): JsonObject {
    const { arn, name, machine } = this.start;
    const StartTime = new Date(this.startMs).toISOString();
    return {
      Execution: { Id: arn, Name: name, Input: input, StartTime, RoleArn: machine.roleArn, RedriveCount: 0 },
      StateMachine: { Id: machine.arn, Name: machine.name },
    };
  }

  #succeed(result: Json): void {
    const output = JSON.stringify(result);
    this.#end({ status: 'SUCCEEDED', stopMs: this.#clock.now(), output });
    this.history.close('ExecutionSucceeded', { executionSucceededEventDetails: { output } });
  }

  #fail({ error, errorCause }: StateError): void {
    const told = { error: orNothing(error), cause: orNothing(errorCause) };
    this.#end({ status: 'FAILED', stopMs: this.#clock.now(), ...told });
    this.history.close('ExecutionFailed', { executionFailedEventDetails: failureDetails(told.error, told.cause) });
  }

  #end(outcome: Outcome): void {
    if (this.#outcome.status === 'RUNNING') this.#outcome = outcome;
  }
}
