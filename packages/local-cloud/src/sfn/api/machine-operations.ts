import * as z from 'zod/mini';

import { checkArn } from '../arns.ts';
import { ApiError } from '../errors.ts';
import type { Executions } from '../executions.ts';
import type { Machines, StoredMachine } from '../machines.ts';
import { validate } from '../validate/index.ts';
import { type Operation, operation, seconds } from './operation.ts';
import { pageOf } from './paging.ts';

const LONGEST_DEFINITION = 1_048_576;

const definition = z.string().check(z.minLength(1), z.maxLength(LONGEST_DEFINITION));
const type = z.optional(z.enum(['STANDARD', 'EXPRESS']));
const page = {
  maxResults: z.optional(z.int().check(z.gte(0), z.lte(1_000))),
  nextToken: z.optional(z.string().check(z.minLength(1))),
};

const refuseExpress = (kind: 'STANDARD' | 'EXPRESS' | undefined): void => {
  if (kind !== 'EXPRESS') return;
  throw new ApiError('StateMachineTypeNotSupported', 'Only STANDARD state machines are implemented here');
};

const description = (machine: StoredMachine) => ({
  stateMachineArn: machine.arn,
  name: machine.name,
  definition: machine.definition,
  roleArn: machine.roleArn,
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
  revisionId: machine.revisionId,
});

const activeDescription = (machine: StoredMachine) => ({
  ...description(machine),
  status: 'ACTIVE',
  type: 'STANDARD',
  creationDate: seconds(machine.createdMs),
});

const diagnose = (text: string, most: number) => {
  const verdict = validate(text);
  const problems = verdict.ok ? [] : verdict.problems;
  const diagnostics = problems.slice(0, most).map(({ path, sentence }) => {
    return { severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message: sentence, location: path };
  });
  return { result: verdict.ok ? 'OK' : 'FAIL', diagnostics, truncated: problems.length > most };
};

interface Parts {
  readonly machines: Machines;
  readonly executions: Executions;
}

/** The operations that change state machines, or refuse to. */
const changes = ({ machines }: Parts): Readonly<Record<string, Operation>> => ({
  CreateStateMachine: operation(
    z.object({ name: z.string(), definition, roleArn: z.string().check(z.minLength(1)), type }),
    (input) => {
      refuseExpress(input.type);
      const { arn, createdMs } = machines.create(input);
      return { stateMachineArn: arn, creationDate: seconds(createdMs) };
    },
  ),
  UpdateStateMachine: operation(
    z.object({ stateMachineArn: z.string(), definition: z.optional(definition), roleArn: z.optional(z.string()) }),
    ({ stateMachineArn, definition: text, roleArn }) => {
      if (text === undefined && roleArn === undefined) {
        throw new ApiError('MissingRequiredParameter', 'Either the definition or the role ARN must be specified');
      }
      const { updatedMs, revisionId } = machines.update(checkArn(stateMachineArn), {
        ...(text === undefined ? {} : { definition: text }),
        ...(roleArn === undefined ? {} : { roleArn }),
      });
      return { updateDate: seconds(updatedMs), revisionId };
    },
  ),
  DeleteStateMachine: operation(z.object({ stateMachineArn: z.string() }), ({ stateMachineArn }) => {
    machines.delete(checkArn(stateMachineArn));
    return {};
  }),
  ValidateStateMachineDefinition: operation(
    z.object({ definition, type, maxResults: z.optional(z.int().check(z.gte(0), z.lte(100))) }),
    ({ definition: text, type: kind, maxResults }) => {
      refuseExpress(kind);
      return diagnose(text, maxResults === undefined || maxResults === 0 ? 100 : maxResults);
    },
  ),
});

/** The operations that show state machines. */
const views = ({ machines, executions }: Parts): Readonly<Record<string, Operation>> => ({
  DescribeStateMachine: operation(z.object({ stateMachineArn: z.string() }), ({ stateMachineArn }) =>
    activeDescription(machines.get(checkArn(stateMachineArn))),
  ),
  DescribeStateMachineForExecution: operation(z.object({ executionArn: z.string() }), ({ executionArn }) => {
    const { machine } = executions.get(checkArn(executionArn)).start;
    return { ...description(machine), updateDate: seconds(machine.updatedMs) };
  }),
  ListStateMachines: operation(z.object(page), (request) => {
    const all = machines.all.map((machine, n) => ({ machine, n }));
    const { entries, nextToken } = pageOf(all, request, ({ n }) => n);
    const stateMachines = entries.map(({ machine: { arn, name, createdMs } }) => {
      return { stateMachineArn: arn, name, type: 'STANDARD', creationDate: seconds(createdMs) };
    });
    return { stateMachines, nextToken };
  }),
});

/** The operations on state machines. */
export const machineOperations = (parts: Parts): Readonly<Record<string, Operation>> => ({
  ...changes(parts),
  ...views(parts),
});
