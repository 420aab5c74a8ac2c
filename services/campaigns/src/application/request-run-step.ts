import { type Result, refuse, succeed } from '../domain/result.ts';
import type { RunFact } from '../domain/run-fact.ts';
import type { Announcements, Cause } from './ports.ts';
import type { KnownRun, RunFacts, Runs, TaskTokens, WaitingStep } from './run-ports.ts';
import type { WakeRun } from './wake-run.ts';

export type StepProblem = { readonly kind: 'run_not_found' | 'content_missing' | 'snapshot_missing' | 'wave_unknown' };

/** A state of the run waits: ask for what it waits for, unless the answer is there already. */
export type RequestRunStep = (
  waiting: { readonly runId: string; readonly step: WaitingStep; readonly token: string },
  cause: Cause,
) => Promise<Result<undefined, StepProblem>>;

interface Needs {
  readonly runs: Pick<Runs, 'find'>;
  readonly facts: Pick<RunFacts, 'isAnswered'>;
  readonly tokens: Pick<TaskTokens, 'keep'>;
  readonly announcements: Announcements;
  readonly wakeRun: WakeRun;
}

const snapshotRequest = ({ run }: KnownRun): Result<RunFact, StepProblem> => {
  const { runId, campaignId, listId, audience, attempt, content, localTime } = run;
  if (content === undefined) return refuse({ kind: 'content_missing' });
  const { fields } = content;
  return succeed({
    fact: 'snapshot_requested',
    runId,
    campaignId,
    attempt,
    listId,
    ...(audience && { audience }),
    fields,
    ...(localTime && { localTime }),
  });
};

const waveRelease = ({ run, snapshot }: KnownRun, number: number): Result<RunFact, StepProblem> => {
  const { runId, campaignId, attempt, content, plan, doubt } = run;
  if (content === undefined) return refuse({ kind: 'content_missing' });
  if (snapshot === undefined) return refuse({ kind: 'snapshot_missing' });
  if (plan?.open?.wave !== number) return refuse({ kind: 'wave_unknown' });
  const { manifest } = snapshot;
  return succeed({
    fact: 'wave_released',
    runId,
    campaignId,
    attempt,
    wave: plan.open,
    manifest,
    content: content.uri,
    ...(doubt && { doubt }),
  });
};

/** What the others must hear so that they answer; a run that is held, or waits for its window, asks nobody. */
const requestOf = (known: KnownRun, step: WaitingStep): Result<RunFact | undefined, StepProblem> => {
  switch (step.step) {
    case 'snapshot':
      return snapshotRequest(known);
    case 'wave':
      return waveRelease(known, step.wave);
    case 'resume':
    case 'window':
      return succeed(undefined);
  }
};

/**
 * Keeps the token first and looks for the answer second; the answer's handler keeps the answer first and looks for the
 * token second. So whichever comes later finds the other, and a run never waits for what has happened already.
 */
export const makeRequestRunStep =
  ({ runs, facts, tokens, announcements, wakeRun }: Needs): RequestRunStep =>
  async ({ runId, step, token }, cause) => {
    await tokens.keep(runId, step, token);
    if (await facts.isAnswered(runId, step)) {
      await wakeRun(runId, step);
      return succeed(undefined);
    }

    const known = await runs.find(runId);
    if (known === undefined) return refuse({ kind: 'run_not_found' });
    const request = requestOf(known, step);
    if (!request.ok) return request;
    if (request.value) await announcements.announce([request.value], cause);
    return succeed(undefined);
  };
