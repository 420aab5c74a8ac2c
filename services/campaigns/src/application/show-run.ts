import { type RunReport, reportRun } from '../domain/run-report.ts';
import { MOST_TIMELINE_WAVES, type TimelineWave, timelineOf } from '../domain/timeline.ts';
import type { Clock } from './ports.ts';
import type { Runs, Waves } from './run-ports.ts';
import { upToDatePlan } from './up-to-date-plan.ts';

export type ShownRun = RunReport & { readonly timeline: readonly TimelineWave[] };
export type ShowRun = (runId: string) => Promise<ShownRun | undefined>;

interface Needs {
  readonly runs: Pick<Runs, 'find'>;
  readonly waves: Waves;
  readonly clock: Clock;
}

export const makeShowRun =
  ({ runs, waves, clock }: Needs): ShowRun =>
  async (runId) => {
    const [known, kept] = await Promise.all([runs.find(runId), waves.of(runId, MOST_TIMELINE_WAVES)]);
    if (known === undefined) return undefined;
    const plan = upToDatePlan(known);
    const { run, control, health, snapshot, snapshotProgress, capacity } = known;
    const report = reportRun({
      run,
      control,
      health,
      capacity,
      snapshotProgress,
      now: clock.now(),
      ...(snapshot && { snapshot }),
      ...(plan && { plan }),
    });
    return { ...report, timeline: timelineOf({ run, control, plan, kept }) };
  };
