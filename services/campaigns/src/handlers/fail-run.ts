import { type Edge, taskHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { FailRun } from '../application/end-run.ts';
import type { Failure } from '../domain/run.ts';
import { executionInput } from './execution-input.ts';
import { sayFailure } from './run-failures.ts';

const Input = z.object({ ...executionInput, error: z.string(), cause: z.string() });

/** What a function that threw looks like to Step Functions. */
const Thrown = z.object({ errorMessage: z.string() });

const LONGEST_MESSAGE = 500;
const ADDRESS = /\S+@\S+/g;

const messageIn = (cause: string): string => {
  try {
    const thrown = z.safeParse(Thrown, JSON.parse(cause));
    return thrown.success ? thrown.data.errorMessage : cause;
  } catch {
    return cause;
  }
};

/** Why a run failed, in words for whoever looks at it. */
const failureOf = (error: string, cause: string): Failure => {
  const said = messageIn(cause).replaceAll(ADDRESS, '[address]').slice(0, LONGEST_MESSAGE);
  if (error === 'States.HeartbeatTimeout') {
    return { code: 'no_answer', message: sayFailure('no_answer').detail };
  }
  if (error === 'States.Timeout') return { code: 'timed_out', message: sayFailure('timed_out').detail };
  if (error === 'SnapshotFailed') return { code: 'snapshot_failed', message: said };
  return { code: error, message: said === '' ? sayFailure('stopped', { error }).detail : said };
};

/** State FailRun: the run ends, keeps what it has done, and may be retried. */
export const failRun = (fail: FailRun, edge: Edge) =>
  taskHandler(
    {
      schema: Input,
      handle: async ({ error, cause, ...execution }) => {
        const failure = failureOf(error, cause);
        edge.log.error('run_failed', { runId: execution.runId, attempt: execution.attempt, error, code: failure.code });
        await fail(execution, failure);
        return failure;
      },
    },
    edge,
  );
