import type { TaskTokens, WaitingStates, WaitingStep } from './run-ports.ts';

interface Needs {
  readonly tokens: TaskTokens;
  readonly waiting: WaitingStates;
}

export type WakeRun = (runId: string, step: WaitingStep) => Promise<void>;
export type FailStep = (
  runId: string,
  step: WaitingStep,
  reason: { readonly error: string; readonly cause: string },
) => Promise<void>;
export type BeatStep = (runId: string, step: WaitingStep) => Promise<void>;

/** Lets a waiting state go on. If it does not wait yet, whoever makes it wait looks for the answer itself. */
export const makeWakeRun =
  ({ tokens, waiting }: Needs): WakeRun =>
  async (runId, step) => {
    const known = await tokens.of(runId, step);
    for (const token of known) await waiting.succeed(token);
    await tokens.forget(runId, step, known);
  };

/** Lets a waiting state fail: what it waits for will not come. */
export const makeFailStep =
  ({ tokens, waiting }: Needs): FailStep =>
  async (runId, step, reason) => {
    const known = await tokens.of(runId, step);
    for (const token of known) await waiting.fail(token, reason);
    await tokens.forget(runId, step, known);
  };

/** Says that what a state waits for is still being worked on. */
export const makeBeatStep =
  ({ tokens, waiting }: Needs): BeatStep =>
  async (runId, step) => {
    for (const token of await tokens.of(runId, step)) await waiting.beat(token);
  };
