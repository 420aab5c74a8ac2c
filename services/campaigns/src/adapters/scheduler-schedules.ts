import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';

import type { Execution, Schedules } from '../application/ports.ts';
import { executionNameOf } from '../domain/ids.ts';
import { inputOf } from './sfn-executions.ts';

interface Place {
  readonly group: string;
  readonly roleArn: string;
  /** Where Scheduler leaves what it could not start. */
  readonly dlqArn: string;
  readonly stateMachineArn: string;
}

/** One-time schedules that start the state machine by themselves: no function of ours is awake, or in the way, at that time. */
export class SchedulerSchedules implements Schedules {
  readonly #scheduler: SchedulerClient;
  readonly #place: Place;

  constructor(scheduler: SchedulerClient, place: Place) {
    this.#scheduler = scheduler;
    this.#place = place;
  }

  async set(execution: Execution, at: Date): Promise<void> {
    const schedule = this.#scheduleOf(execution, at);
    try {
      await this.#scheduler.send(new CreateScheduleCommand(schedule));
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
      await this.#scheduler.send(new UpdateScheduleCommand(schedule));
    }
  }

  async clear(runId: string): Promise<void> {
    try {
      await this.#scheduler.send(new DeleteScheduleCommand({ Name: runId, GroupName: this.#place.group }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }

  #scheduleOf(execution: Execution, at: Date): CreateScheduleCommandInput {
    const { group, roleArn, dlqArn, stateMachineArn } = this.#place;
    const { runId, attempt } = execution;
    return {
      Name: runId,
      GroupName: group,
      ScheduleExpression: `at(${wholeSecond(at)})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution',
        RoleArn: roleArn,
        DeadLetterConfig: { Arn: dlqArn },
        Input: JSON.stringify({
          StateMachineArn: stateMachineArn,
          Name: executionNameOf(runId, attempt),
          Input: inputOf(execution),
        }),
      },
    };
  }
}

/** Scheduler takes whole seconds; a run starts after its time, never before. */
const wholeSecond = (at: Date): string => new Date(Math.ceil(at.getTime() / 1_000) * 1_000).toISOString().slice(0, 19);
