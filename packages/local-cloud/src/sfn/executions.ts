import { checkName, executionArn } from './arns.ts';
import { ApiError } from './errors.ts';
import { Execution, type Status, type Surroundings } from './execution.ts';
import { parseJson } from './json.ts';
import { isTooLarge, PAYLOAD_LIMIT_BYTES } from './limits.ts';
import type { StoredMachine } from './machines.ts';

interface Beginning {
  readonly machine: StoredMachine;
  readonly name: string;
  readonly input: string;
}

const checkInput = (input: string): void => {
  if (isTooLarge(input)) {
    const reason = `'input' must have at most ${PAYLOAD_LIMIT_BYTES} bytes`;
    throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${reason}'`);
  }
  try {
    parseJson(input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${reason}'`);
  }
};

/** All executions since local-cloud started, running or ended. */
export class Executions {
  readonly #surroundings: Surroundings;
  readonly #log: (line: string) => void;
  #isStopping = false;
  readonly #byArn = new Map<string, Execution>();

  constructor(surroundings: Surroundings, log: (line: string) => void) {
    this.#surroundings = surroundings;
    this.#log = log;
  }

  /**
   * Starts an execution. The same name and input as one that is running gives that one.
   *
   * @throws ApiError `ExecutionAlreadyExists`, `InvalidName`, `InvalidExecutionInput`
   */
  start({ machine, name, input }: Beginning): Execution {
    const arn = executionArn(machine.arn, checkName(name));
    checkInput(input);

    const existing = this.#byArn.get(arn);
    if (existing === undefined) return this.#begin({ arn, name, input, machine, number: this.#byArn.size + 1 });
    if (existing.outcome.status === 'RUNNING' && existing.start.input === input) return existing;
    throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }

  /** @throws ApiError `ExecutionDoesNotExist` */
  get(arn: string): Execution {
    const found = this.#byArn.get(arn);
    if (found !== undefined) return found;
    throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }

  /** Of one machine, the latest first. */
  of(machineArn: string, status?: Status): readonly Execution[] {
    return [...this.#byArn.values()]
      .filter(({ start, outcome }) => start.machine.arn === machineArn && (!status || outcome.status === status))
      .reverse();
  }

  stopAll(cause: string): void {
    this.#isStopping = true;
    for (const execution of this.#byArn.values()) execution.stop(undefined, cause);
  }

  #begin(start: Execution['start']): Execution {
    const execution = new Execution(start, this.#surroundings.clock);
    this.#byArn.set(start.arn, execution);
    void execution.run(this.#surroundings).then(() => this.#report(execution));
    return execution;
  }

  #report({ start, outcome }: Execution): void {
    if (this.#isStopping || outcome.status === 'RUNNING' || outcome.status === 'SUCCEEDED') return;
    // Only the error's name: a cause may quote what the execution worked on.
    this.#log(
      `execution ${start.machine.name}/${start.name} ended as ${outcome.status}: ${outcome.error ?? 'no error name'}`,
    );
  }
}
