import { foldWave } from '../domain/fold-wave.ts';
import type { Plan } from '../domain/plan.ts';
import { planOf } from '../domain/run.ts';
import type { KnownRun } from './run-ports.ts';

/** The plan of a run with the wave that has ended since. */
export const upToDatePlan = ({ run, snapshot, openResult }: KnownRun): Plan | undefined => {
  const plan = snapshot && planOf(run, snapshot);
  return plan && openResult ? foldWave(plan, openResult) : plan;
};
