import { type Edge, PermanentError, taskHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { PlanProblem, PlanRun } from '../application/plan-run.ts';
import type { Decision } from '../domain/plan-next-wave.ts';
import { executionInput } from './execution-input.ts';
import { sayFailure } from './run-failures.ts';

/** What the Choice after it reads: a decision and no chunk numbers, which may be many. */
const answerOf = (decision: Exclude<Decision, { readonly kind: 'give_up' }>) => {
  switch (decision.kind) {
    case 'send':
      return { decision: 'send', wave: decision.wave.wave };
    case 'wait':
      return { decision: 'wait', until: decision.until.toISOString() };
    case 'wait_for_window':
      // Executions that began before there were windows know no other decision: they wait, too, and notice a cancel afterwards.
      return { decision: 'wait', until: decision.opensAt.toISOString(), because: 'window' };
    case 'wait_for_departure':
      return { decision: 'wait', until: decision.until.toISOString(), because: 'local_time' };
    case 'hold':
      return { decision: 'hold' };
    case 'finish':
      return { decision: 'finish', outcome: decision.outcome };
  }
};

/** What a person has to do about it. */
const sentenceFor = (kind: PlanProblem['kind']): string =>
  (kind === 'departures_missing' ? sayFailure(kind) : sayFailure('not_plannable', { problem: kind })).detail;

/** State PlanNextWave: decides what the run does next. */
export const planNextWave = (plan: PlanRun, edge: Edge) =>
  taskHandler(
    {
      schema: z.object(executionInput),
      handle: async (execution) => {
        const { runId } = execution;
        const outcome = await plan(execution);
        if (!outcome.ok) {
          const { kind } = outcome.problem;
          throw new PermanentError({ code: kind, message: sentenceFor(kind), details: { runId } });
        }
        if (outcome.value.kind !== 'give_up') return answerOf(outcome.value);
        throw new PermanentError({
          code: outcome.value.reason,
          message: sayFailure(outcome.value.reason).detail,
          details: { runId },
        });
      },
    },
    edge,
  );
