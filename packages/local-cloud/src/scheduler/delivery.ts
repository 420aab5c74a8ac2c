import type { Clock } from '../sfn/clock.ts';
import { type DeadLetter, deadLetterOf, type Loss } from './dead-letter.ts';
import { type Due, type Invocation, inputOf } from './due.ts';
import { readTarget } from './target.ts';

/** What the schedules can reach. */
export interface Targets {
  startExecution(input: { stateMachineArn: string; name?: string; input: string }): Promise<void>;
  invokeFunction(arn: string, payload: string): Promise<void>;
  /** Puts what was lost into a dead-letter queue. */
  park(queueArn: string, letter: DeadLetter): Promise<void>;
}

interface Surroundings {
  readonly targets: Targets;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly newId: () => string;
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

const lossOf = (thrown: unknown, condition: Loss['condition']): Loss => {
  if (!(thrown instanceof Error)) return { condition, code: 'Error', message: String(thrown) };
  return { condition, code: thrown.name, message: thrown.message };
};

const perform = async (due: Due, targets: Targets, invocation: Invocation): Promise<void> => {
  const { Arn } = due.target;
  const action = readTarget({ Arn, Input: inputOf(due, invocation) });
  if (action.kind === 'invoke_function') return targets.invokeFunction(action.functionArn, action.payload);

  const { stateMachineArn, input, name = Arn === stateMachineArn ? invocation.id : undefined } = action;
  return targets.startExecution({ stateMachineArn, input, ...(name === undefined ? {} : { name }) });
};

interface Failure {
  readonly thrown: unknown;
  readonly attempt: number;
  /** How old the event would be at the next attempt. */
  readonly ageMs: number;
}

/** What is lost when a target is not tried again, if it is not. */
const lossIn = ({ RetryPolicy }: Due['target'], { thrown, attempt, ageMs }: Failure): Loss | undefined => {
  const { MaximumRetryAttempts = MOST_RETRIES, MaximumEventAgeInSeconds = DAY_SECONDS } = RetryPolicy ?? {};
  const retries = Math.min(MaximumRetryAttempts, MOST_RETRIES);
  if (thrown instanceof Error && FINAL.has(thrown.name)) return lossOf(thrown, undefined);
  if (attempt > retries) return lossOf(thrown, 'MaximumRetryAttempts');
  if (ageMs > MaximumEventAgeInSeconds * 1_000) return lossOf(thrown, 'MaximumEventAgeInSeconds');
  return undefined;
};

const park = async ({ targets, log }: Surroundings, due: Due, letter: DeadLetter): Promise<void> => {
  const queueArn = due.target.DeadLetterConfig?.Arn;
  if (queueArn === undefined) return;
  try {
    await targets.park(queueArn, letter);
  } catch (thrown) {
    const { message } = lossOf(thrown, undefined);
    log(`lost: ${due.scheduleArn} for good, its dead-letter queue ${queueArn} answered ${message}`);
  }
};

/**
 * Makes a delivery that tries a failing target a few times, then says what was lost and leaves it in the dead-letter queue.
 * Never rejects but on abort.
 */
export const makeDelivery = (surroundings: Surroundings) => {
  const { targets, clock, log, newId } = surroundings;
  return async (due: Due, signal: AbortSignal): Promise<void> => {
    const id = newId();

    for (let attempt = 1; ; attempt += 1) {
      try {
        return await perform(due, targets, { id, attempt });
      } catch (thrown) {
        const delayMs = FIRST_DELAY_MS * 2 ** (attempt - 1);
        const loss = lossIn(due.target, { thrown, attempt, ageMs: clock.now() + delayMs - due.dueMs });
        if (loss !== undefined) {
          log(`lost: ${due.scheduleArn} after ${attempt} attempt(s), the target answered ${loss.code}`);
          return park(surroundings, due, deadLetterOf(due, { id, attempt }, loss));
        }
        await clock.sleep(delayMs, signal);
      }
    }
  };
};
