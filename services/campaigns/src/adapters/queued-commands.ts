import type { Cause, Clock, Command, Commands } from '../application/ports.ts';
import { toCommand } from './to-command.ts';

interface Queue {
  send(commands: readonly object[]): Promise<void>;
}

/** Commands over the own queue of this service. */
export class QueuedCommands implements Commands {
  readonly #queue: Queue;
  readonly #clock: Clock;

  constructor(queue: Queue, clock: Clock) {
    this.#queue = queue;
    this.#clock = clock;
  }

  send(command: Command, cause: Cause): Promise<void> {
    return this.#queue.send([toCommand(command, cause, this.#clock.now())]);
  }
}
