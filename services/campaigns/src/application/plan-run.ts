import type { Plan } from '../domain/plan.ts';
import { type Decision, openWave, planNextWave } from '../domain/plan-next-wave.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Run } from '../domain/run.ts';
import { reasonOf } from '../domain/verdict.ts';
import { withBlame } from '../domain/worst-parts.ts';
import type { ChangeRunControl } from './change-run-control.ts';
import type { Clock } from './ports.ts';
import type { Execution, KnownRun, Runs } from './run-ports.ts';
import { upToDatePlan } from './up-to-date-plan.ts';

export type PlanProblem = {
  readonly kind: 'run_not_found' | 'run_ended' | 'another_attempt' | 'snapshot_missing' | 'departures_missing';
};

export type PlanRun = (execution: Execution) => Promise<Result<Decision, PlanProblem>>;

interface Needs {
  readonly runs: Runs;
  readonly changeRunControl: ChangeRunControl;
  readonly clock: Clock;
}

const withDecision = (
  run: Run,
  plan: Plan,
  { decision, now }: { readonly decision: Decision; readonly now: Date },
): Run => {
  const { waitsUntil: _, opensAt: _opensAt, ...rest } = run;
  return {
    ...rest,
    plan: decision.kind === 'send' ? openWave(plan, decision.wave, now) : plan,
    ...(decision.kind === 'wait' && { waitsUntil: decision.until }),
    ...(decision.kind === 'wait_for_window' && { opensAt: decision.opensAt }),
  };
};

/** An audience service that does not know of local times freezes everybody for one moment: nobody may be mailed then. */
const isUntimed = ({ run, control, snapshot }: KnownRun): boolean =>
  run.localTime !== undefined &&
  control.control !== 'cancel' &&
  snapshot !== undefined &&
  snapshot.recipients > 0 &&
  snapshot.departures === undefined;

const impedimentTo = ({ attempt }: Execution, known: KnownRun): PlanProblem['kind'] | undefined => {
  if (known.run.attempt !== attempt) return 'another_attempt';
  if (known.run.status !== 'running') return 'run_ended';
  return isUntimed(known) ? 'departures_missing' : undefined;
};

/** Decides what a run does next, and notes it before anybody acts on it. Only this changes the plan of a run. */
export const makePlanRun =
  ({ runs, changeRunControl, clock }: Needs): PlanRun =>
  async (execution) => {
    const known = await runs.find(execution.runId);
    if (known === undefined) return refuse({ kind: 'run_not_found' });
    const kind = impedimentTo(execution, known);
    if (kind) return refuse({ kind });
    const plan = upToDatePlan(known);
    const { control, health, capacity } = known;
    // A run that is cancelled does not wait for its recipients.
    if (plan === undefined) {
      return control.control === 'cancel'
        ? succeed({ kind: 'finish', outcome: 'cancelled' })
        : refuse({ kind: 'snapshot_missing' });
    }

    const { window, guardrails: limits, doubt } = known.run;
    const settleMs = doubt?.settleMinutes && doubt.settleMinutes * 60_000;
    const departures = known.snapshot?.departures;
    const now = clock.now();
    const decision = planNextWave({ plan, control, health, capacity, window, settleMs, departures, limits, now });
    await runs.save(withDecision(known.run, plan, { decision, now }));
    if (decision.kind === 'hold' && decision.because === 'guardrail') {
      const { runId, attempt } = execution;
      const { verdict: guardrail } = decision;
      const reason = withBlame(reasonOf(guardrail), known.worst);
      await changeRunControl({ runId, attempt, control: 'hold', reason, guardrail, askedAt: now }, execution);
    }
    return succeed(decision);
  };
