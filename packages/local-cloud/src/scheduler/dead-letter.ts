import { type Due, type Invocation, inputOf, scheduledTime } from './due.ts';

/** What Scheduler leaves in a dead-letter queue: what the target was to get, and why it did not. */
export interface DeadLetter {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Loss {
  /** Says which rule ended it; nothing does when trying again cannot help. */
  readonly condition: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds' | undefined;
  readonly code: string;
  readonly message: string;
}

export const deadLetterOf = (due: Due, last: Invocation, { condition, code, message }: Loss): DeadLetter => ({
  body: inputOf(due, last) ?? '{}',
  attributes: {
    ERROR_CODE: code,
    ERROR_MESSAGE: message,
    EXECUTION_ID: last.id,
    ...(condition !== undefined && { EXHAUSTED_RETRY_CONDITION: condition }),
    IS_PAYLOAD_TRUNCATED: 'false',
    RETRY_ATTEMPTS: String(last.attempt - 1),
    SCHEDULED_TIME: scheduledTime(due),
    SCHEDULE_ARN: due.scheduleArn,
    TARGET_ARN: due.target.Arn,
  },
});
