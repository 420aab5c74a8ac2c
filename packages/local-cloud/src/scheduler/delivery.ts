import type { Clock } from '../sfn/clock.ts';
import type { ScheduleInput } from './schedule.ts';
import { readTarget } from './target.ts';

/** What the schedules can reach. */
export interface Targets {
  startExecution(input: { stateMachineArn: string; name?: string; input: string }): Promise<void>;
  invokeFunction(arn: string, payload: string): Promise<void>;
}

interface Surroundings {
  readonly targets: Targets;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly newId: () => string;
}

/** A schedule that has become due. */
export interface Due {
  readonly scheduleArn: string;
  readonly dueMs: number;
  readonly target: ScheduleInput['Target'];
}

/** AWS tries for a day; on a laptop nobody waits that long for a mistake to show. */
const MOST_RETRIES = 5;
const FIRST_DELAY_MS = 1_000;
const DAY_SECONDS = 86_400;

/** Trying again cannot change these; `ExecutionAlreadyExists` means that the work was begun already. */
const FINAL: ReadonlySet<string> = new Set([
  'ExecutionAlreadyExists',
  'InvalidArn',
  'InvalidExecutionInput',
  'InvalidName',
  'ValidationException',
]);

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : 'Error');

/** Fills in what a target may ask about its own invocation. */
const fill = (input: string, { scheduleArn, dueMs }: Due, { id, attempt }: { id: string; attempt: number }): string =>
  input
    .replaceAll('<aws.scheduler.schedule-arn>', scheduleArn)
    .replaceAll('<aws.scheduler.scheduled-time>', new Date(dueMs).toISOString().replace('.000Z', 'Z'))
    .replaceAll('<aws.scheduler.execution-id>', id)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempt));

const perform = async (due: Due, targets: Targets, about: { id: string; attempt: number }): Promise<void> => {
  const { Arn, Input } = due.target;
  const action = readTarget({ Arn, Input: Input === undefined ? undefined : fill(Input, due, about) });
  if (action.kind === 'invoke_function') return targets.invokeFunction(action.functionArn, action.payload);

  const { stateMachineArn, input, name = Arn === stateMachineArn ? about.id : undefined } = action;
  return targets.startExecution({ stateMachineArn, input, ...(name === undefined ? {} : { name }) });
};

interface Failure {
  readonly error: string;
  readonly attempt: number;
  /** How old the event would be at the next attempt. */
  readonly ageMs: number;
}

const isFinal = ({ RetryPolicy }: Due['target'], { error, attempt, ageMs }: Failure): boolean => {
  const { MaximumRetryAttempts = MOST_RETRIES, MaximumEventAgeInSeconds = DAY_SECONDS } = RetryPolicy ?? {};
  const retries = Math.min(MaximumRetryAttempts, MOST_RETRIES);
  return FINAL.has(error) || attempt > retries || ageMs > MaximumEventAgeInSeconds * 1_000;
};

/** Makes a delivery that tries a failing target a few times and then says what was lost. Never rejects but on abort. */
export const makeDelivery =
  ({ targets, clock, log, newId }: Surroundings) =>
  async (due: Due, signal: AbortSignal): Promise<void> => {
    const id = newId();

    for (let attempt = 1; ; attempt += 1) {
      try {
        return await perform(due, targets, { id, attempt });
      } catch (thrown) {
        const error = nameOf(thrown);
        const delayMs = FIRST_DELAY_MS * 2 ** (attempt - 1);
        if (isFinal(due.target, { error, attempt, ageMs: clock.now() + delayMs - due.dueMs })) {
          return log(`lost: ${due.scheduleArn} after ${attempt} attempt(s), the target answered ${error}`);
        }
        await clock.sleep(delayMs, signal);
      }
    }
  };
