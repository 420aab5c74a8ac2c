import { randomUUID } from 'node:crypto';

import { checkName, type Home, machineArn } from './arns.ts';
import type { Clock } from './clock.ts';
import type { Machine } from './definition.ts';
import { ApiError } from './errors.ts';
import { readMachine } from './validate/index.ts';

export interface StoredMachine {
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
  readonly machine: Machine;
  readonly roleArn: string;
  readonly revisionId: string;
  readonly createdMs: number;
  readonly updatedMs: number;
}

interface NewMachine {
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
}

/** The machines that may be started. An execution keeps the definition that it was started with. */
export class Machines {
  readonly #home: Home;
  readonly #clock: Clock;
  readonly #byArn = new Map<string, StoredMachine>();

  constructor(home: Home, clock: Clock) {
    this.#home = home;
    this.#clock = clock;
  }

  get all(): readonly StoredMachine[] {
    return [...this.#byArn.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws ApiError `StateMachineDoesNotExist` */
  get(arn: string): StoredMachine {
    const found = this.#byArn.get(arn);
    if (found !== undefined) return found;
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  /** Creating the same machine again changes nothing. @throws ApiError `StateMachineAlreadyExists`, `InvalidDefinition` */
  create({ name, definition, roleArn }: NewMachine): StoredMachine {
    const arn = machineArn(this.#home, checkName(name));
    const machine = readMachine(definition);
    const existing = this.#byArn.get(arn);
    if (existing?.definition === definition) return existing;
    if (existing !== undefined) {
      throw new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
    }

    const now = this.#clock.now();
    const times = { createdMs: now, updatedMs: now };
    return this.#keep({ arn, name, definition, machine, roleArn, revisionId: randomUUID(), ...times });
  }

  update(arn: string, change: { readonly definition?: string; readonly roleArn?: string }): StoredMachine {
    const existing = this.get(arn);
    const definition = change.definition ?? existing.definition;
    return this.#keep({
      ...existing,
      definition,
      machine: readMachine(definition),
      roleArn: change.roleArn ?? existing.roleArn,
      revisionId: randomUUID(),
      updatedMs: this.#clock.now(),
    });
  }

  /** Creates a machine, or brings the one of that name up to date. */
  put(wanted: NewMachine): StoredMachine {
    const arn = machineArn(this.#home, wanted.name);
    const existing = this.#byArn.get(arn);
    if (existing === undefined || existing.definition === wanted.definition) return this.create(wanted);
    return this.update(arn, wanted);
  }

  delete(arn: string): void {
    this.#byArn.delete(arn);
  }

  #keep(machine: StoredMachine): StoredMachine {
    this.#byArn.set(machine.arn, machine);
    return machine;
  }
}
