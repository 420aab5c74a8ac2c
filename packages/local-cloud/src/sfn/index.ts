import type { Server } from 'node:http';

import type { Log } from '../log.ts';
import { executionOperations } from './api/execution-operations.ts';
import { machineOperations } from './api/machine-operations.ts';
import { createApiServer } from './api/server.ts';
import { taskOperations } from './api/task-operations.ts';
import { type Clock, systemClock } from './clock.ts';
import { ApiError } from './errors.ts';
import { Executions } from './executions.ts';
import { makeIntegrate } from './integrations/index.ts';
import type { Clients } from './integrations/sdk.ts';
import { follow } from './interpreter.ts';
import { Machines } from './machines.ts';
import { Tokens } from './tokens.ts';

interface StepFunctionsOptions {
  readonly region: string;
  readonly account: string;
  /** Functions, so that a client is made only when a machine needs it. */
  readonly clients: Clients;
  readonly log: Log;
  /** Tests pass one that stands still. */
  readonly clock?: Clock;
  readonly random?: () => number;
}

interface MachineRegistration {
  readonly name: string;
  /** The definition as JSON text, or as the object that was read from YAML. */
  readonly definition: unknown;
  readonly type?: string | undefined;
  readonly roleArn?: string;
}

export interface StepFunctions {
  /** Not listening yet. */
  readonly server: Server;
  /** Creates a machine, or brings it up to date. @throws ApiError `InvalidDefinition`, naming path and reason */
  readonly registerMachine: (registration: MachineRegistration) => { readonly stateMachineArn: string };
  /** Ends every execution; the server is the caller's to close. */
  readonly stop: () => void;
}

/**
 * AWS Step Functions for one laptop: standard machines in the JSONata dialect, in memory.
 *
 * @example
 * const stepFunctions = createStepFunctions({ region: 'eu-west-1', account: '000000000000', clients, log });
 * stepFunctions.registerMachine({ name: 'campaign-run', definition, type: 'STANDARD' });
 * stepFunctions.server.listen(4503, '127.0.0.1');
 */
export const createStepFunctions = (options: StepFunctionsOptions): StepFunctions => {
  const { region, account, clients, log, clock = systemClock, random = Math.random } = options;
  const tokens = new Tokens(clock);
  const machines = new Machines({ region, account }, clock);
  const integrate = makeIntegrate(clients);
  const executions = new Executions({ clock, random, tokens, integrate, region, follow }, log);

  return {
    server: createApiServer({
      ...machineOperations({ machines, executions }),
      ...executionOperations({ machines, executions }),
      ...taskOperations(tokens),
    }),
    registerMachine: ({ name, definition, type = 'STANDARD', roleArn = `arn:aws:iam::${account}:role/${name}` }) => {
      if (type !== 'STANDARD') {
        throw new ApiError(
          'StateMachineTypeNotSupported',
          `The state machine ${name} is ${type}; only STANDARD is implemented`,
        );
      }
      const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
      return { stateMachineArn: machines.put({ name, definition: text, roleArn }).arn };
    },
    stop: () => executions.stopAll('local-cloud stopped'),
  };
};
