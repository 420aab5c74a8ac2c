import type { ScheduleInput } from './schedule.ts';

/** A schedule that has become due. */
export interface Due {
  readonly scheduleArn: string;
  readonly dueMs: number;
  readonly target: ScheduleInput['Target'];
}

/** One call of its target: all calls for one moment have the same id. */
export interface Invocation {
  readonly id: string;
  readonly attempt: number;
}

/** When it was due, as Scheduler writes it. */
export const scheduledTime = ({ dueMs }: Due): string => new Date(dueMs).toISOString().replace('.000Z', 'Z');

/** What the target is given, with what it may ask about its own invocation filled in. */
export const inputOf = (due: Due, { id, attempt }: Invocation): string | undefined =>
  due.target.Input?.replaceAll('<aws.scheduler.schedule-arn>', due.scheduleArn)
    .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime(due))
    .replaceAll('<aws.scheduler.execution-id>', id)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempt));
