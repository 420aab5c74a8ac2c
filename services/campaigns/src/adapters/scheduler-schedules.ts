import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';

import type { Execution, Schedules } from '../application/run-ports.ts';
import { START_MS } from '../domain/campaign-lifecycle.ts';
import { earlierScheduleNamesOf, executionNameOf, scheduleNameOf } from '../domain/ids.ts';
import { inputOf } from './sfn-executions.ts';

interface Place {
  readonly group: string;
  readonly roleArn: string;
  /** Where Scheduler leaves what it could not start. */
  readonly dlqArn: string;
  readonly stateMachineArn: string;
}

/** Scheduler fires within a minute of its time, and its last call may take a while to be answered. */
const CARE_MS = 2 * 60_000;
/**
 * When people may move or launch a campaign that has not begun, Scheduler has given up. Its own default is a day: a campaign
 * that nobody touched would be sent at a time that nobody chose.
 */
const SECONDS_OF_TRYING = (START_MS - CARE_MS) / 1_000;
/** As many as Scheduler allows: time is what ends it. */
const MOST_RETRIES = 185;

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
    await this.#remove(earlierScheduleNamesOf(execution.runId, execution.attempt));
  }

  async clear({ runId, attempt }: Pick<Execution, 'runId' | 'attempt'>): Promise<void> {
    await this.#remove([scheduleNameOf(runId, attempt), ...earlierScheduleNamesOf(runId, attempt)]);
  }

  async #remove(names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#removeOne(name)));
  }

  async #removeOne(name: string): Promise<void> {
    try {
      await this.#scheduler.send(new DeleteScheduleCommand({ Name: name, GroupName: this.#place.group }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }

  #scheduleOf(execution: Execution, at: Date): CreateScheduleCommandInput {
    const { group, roleArn, dlqArn, stateMachineArn } = this.#place;
    const { runId, attempt } = execution;
    return {
      Name: scheduleNameOf(runId, attempt),
      GroupName: group,
      ScheduleExpression: `at(${wholeSecond(at)})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution',
        RoleArn: roleArn,
        DeadLetterConfig: { Arn: dlqArn },
        RetryPolicy: { MaximumEventAgeInSeconds: SECONDS_OF_TRYING, MaximumRetryAttempts: MOST_RETRIES },
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
