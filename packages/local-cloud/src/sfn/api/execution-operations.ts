import { randomUUID } from 'node:crypto';

import * as z from 'zod/mini';

import { checkArn } from '../arns.ts';
import type { Execution } from '../execution.ts';
import type { Executions } from '../executions.ts';
import type { Machines } from '../machines.ts';
import { historyEntry } from './history-entry.ts';
import { type Operation, operation, seconds } from './operation.ts';
import { pageOf } from './paging.ts';

const page = {
  maxResults: z.optional(z.int().check(z.gte(0), z.lte(1_000))),
  nextToken: z.optional(z.string().check(z.minLength(1))),
};
const statusFilter = z.optional(z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']));

const summary = ({ start, startMs, outcome }: Execution) => ({
  executionArn: start.arn,
  stateMachineArn: start.machine.arn,
  name: start.name,
  status: outcome.status,
  startDate: seconds(startMs),
  ...(outcome.status === 'RUNNING' ? {} : { stopDate: seconds(outcome.stopMs) }),
});

const ending = ({ outcome }: Execution) => {
  if (outcome.status === 'RUNNING') return {};
  if (outcome.status === 'SUCCEEDED') return { output: outcome.output, outputDetails: { included: true } };
  return { error: outcome.error, cause: outcome.cause };
};

const description = (execution: Execution) => ({
  ...summary(execution),
  input: execution.start.input,
  inputDetails: { included: true },
  redriveCount: 0,
  redriveStatus: 'NOT_REDRIVABLE',
  redriveStatusReason: 'Executions cannot be redriven here',
  ...ending(execution),
});

interface Parts {
  readonly machines: Machines;
  readonly executions: Executions;
}

const changes = ({ machines, executions }: Parts): Readonly<Record<string, Operation>> => ({
  StartExecution: operation(
    z.object({ stateMachineArn: z.string(), name: z.optional(z.string()), input: z.optional(z.string()) }),
    ({ stateMachineArn, name = randomUUID(), input = '{}' }) => {
      const machine = machines.get(checkArn(stateMachineArn));
      const { start, startMs } = executions.start({ machine, name, input });
      return { executionArn: start.arn, startDate: seconds(startMs) };
    },
  ),
  StopExecution: operation(
    z.object({ executionArn: z.string(), error: z.optional(z.string()), cause: z.optional(z.string()) }),
    ({ executionArn, error, cause }) => {
      const execution = executions.get(checkArn(executionArn));
      execution.stop(error, cause);
      const { outcome, startMs } = execution;
      return { stopDate: seconds(outcome.status === 'RUNNING' ? startMs : outcome.stopMs) };
    },
  ),
});

const views = ({ machines, executions }: Parts): Readonly<Record<string, Operation>> => ({
  DescribeExecution: operation(z.object({ executionArn: z.string() }), ({ executionArn }) =>
    description(executions.get(checkArn(executionArn))),
  ),
  ListExecutions: operation(
    z.object({ stateMachineArn: z.string(), statusFilter, ...page }),
    ({ stateMachineArn, statusFilter: status, ...request }) => {
      const { arn } = machines.get(checkArn(stateMachineArn));
      const found = status === 'PENDING_REDRIVE' ? [] : executions.of(arn, status);
      const { entries, nextToken } = pageOf(found, request, ({ start }) => start.number);
      return { executions: entries.map(summary), nextToken };
    },
  ),
  GetExecutionHistory: operation(
    z.object({
      executionArn: z.string(),
      reverseOrder: z.optional(z.boolean()),
      includeExecutionData: z.optional(z.boolean()),
      ...page,
    }),
    ({ executionArn, reverseOrder = false, includeExecutionData = true, ...request }) => {
      const { events } = executions.get(checkArn(executionArn)).history;
      const { entries, nextToken } = pageOf(reverseOrder ? events.toReversed() : events, request, ({ id }) => id);
      return { events: entries.map((event) => historyEntry(event, includeExecutionData)), nextToken };
    },
  ),
});

/** The operations on executions. */
export const executionOperations = (parts: Parts): Readonly<Record<string, Operation>> => ({
  ...changes(parts),
  ...views(parts),
});
