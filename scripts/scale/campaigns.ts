import { smallFunctionMs } from './assumptions.ts';
import { transitionsOf } from './history.ts';
import { type Part, quietQueue } from './part.ts';
import type { RunPlan } from './run-plan.ts';
import { addUsage, timesUsage, type Usage } from './usage.ts';

/** Items of a run: the run with its plan and a task token are larger than one unit. */
const RUN_WRITE = 2;
const TOKEN_WRITE = 2;

/** What a wave asks of the table: plan it, keep its token, hear of its end, wake the run. */
const perWave: Usage = { writeUnits: RUN_WRITE + TOKEN_WRITE * 2 + 1, readUnits: 7, publishes: 1 };
/** A sign of life finds the token and beats. */
const perProgress: Usage = { readUnits: 1 };
const perHealthReport: Usage = { writeUnits: 1, readUnits: 2 };
/** Start, content, snapshot, end. */
const perRun: Usage = { writeUnits: 16, readUnits: 20, publishes: 3, objectWrites: 1, httpRequests: 5 };

export interface Heard {
  readonly progress: number;
  readonly snapshotProgress: number;
  readonly healthReports: number;
}

export const campaignsPart = (plan: RunPlan, { progress, snapshotProgress, healthReports }: Heard): Part => {
  const waves = plan.waves.length;
  const facts = progress + snapshotProgress + healthReports + waves + 1;
  const small = (name: string, invocations: number) => ({
    name,
    invocations,
    seconds: (invocations * smallFunctionMs) / 1_000,
  });
  return {
    service: 'campaigns',
    functions: [
      small('onRunFact', facts),
      small('onRunRequest', waves + 1),
      small('planNextWave', waves + plan.waits + 1),
      small('freezeContent', 1),
      small('finishRun', 1),
      small('onCommand', 1),
    ],
    queues: [
      quietQueue('campaigns-run-facts', facts),
      quietQueue('campaigns-run-requests', waves + 1, waves + 1),
      quietQueue('campaigns-commands', 1, 1),
    ],
    other: addUsage([
      perRun,
      timesUsage(perWave, waves),
      timesUsage(perProgress, progress + snapshotProgress),
      timesUsage(perHealthReport, healthReports),
      { transitions: transitionsOf(plan) },
    ]),
  };
};
