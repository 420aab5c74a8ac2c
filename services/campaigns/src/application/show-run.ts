import { type RunReport, reportRun } from '../domain/run-report.ts';
import type { Clock, Runs } from './ports.ts';
import { upToDatePlan } from './up-to-date-plan.ts';

export type ShowRun = (runId: string) => Promise<RunReport | undefined>;

export const makeShowRun =
  ({ runs, clock }: { readonly runs: Pick<Runs, 'find'>; readonly clock: Clock }): ShowRun =>
  async (runId) => {
    const known = await runs.find(runId);
    if (known === undefined) return undefined;
    const plan = upToDatePlan(known);
    const { run, control, health, snapshot, snapshotProgress, capacity } = known;
    return reportRun({
      run,
      control,
      health,
      capacity,
      snapshotProgress,
      now: clock.now(),
      ...(snapshot && { snapshot }),
      ...(plan && { plan }),
    });
  };
