import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';

import { runIdOf } from '../domain/ids.ts';
import { execution } from '../testing/world.ts';
import { newId } from './new-id.ts';
import { SchedulerSchedules } from './scheduler-schedules.ts';
import { SfnExecutions } from './sfn-executions.ts';
import { SfnWaitingStates } from './sfn-waiting-states.ts';

const sfn = mockClient(SFNClient);
const scheduler = mockClient(SchedulerClient);
const about = { message: 'no', $metadata: {} };
const machine = 'arn:aws:states:eu-west-1:1:stateMachine:run';
const executions = new SfnExecutions(new SFNClient({ region: 'eu-west-1' }), machine);
const waiting = new SfnWaitingStates(new SFNClient({ region: 'eu-west-1' }));
const schedules = new SchedulerSchedules(new SchedulerClient({ region: 'eu-west-1' }), {
  group: 'bulkhead-dev-campaigns',
  roleArn: 'arn:aws:iam::1:role/schedules',
  dlqArn: 'arn:aws:sqs:eu-west-1:1:schedules-dlq',
  stateMachineArn: machine,
});
const at = new Date('2026-11-22T09:00:00.500Z');
const cleared = () => scheduler.commandCalls(DeleteScheduleCommand).map(({ args }) => args[0].input.Name);

beforeEach(() => {
  sfn.reset();
  scheduler.reset();
});

describe('SfnExecutions', () => {
  it('names an execution after its run, and a later attempt after both', async () => {
    sfn.on(StartExecutionCommand).resolves({});

    await executions.start(execution);
    await executions.start({ ...execution, attempt: 2 });

    const inputs = sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input);
    expect(inputs.map(({ name }) => name)).toEqual(['run_1', 'run_1-2']);
    expect(JSON.parse(inputs[0]?.input ?? '')).toEqual(execution);
  });

  it('takes an execution that exists for the one it was asked for', async () => {
    sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(about));

    await expect(executions.start(execution)).resolves.toBeUndefined();
  });

  it('fails when it cannot start', async () => {
    sfn.on(StartExecutionCommand).rejects(new Error('throttled'));

    await expect(executions.start(execution)).rejects.toThrow('throttled');
  });
});

describe('SfnWaitingStates', () => {
  it.each([new TaskTimedOut(about), new TaskDoesNotExist(about), new InvalidToken(about)])(
    'does not mind that nobody waits any more: $name',
    async (gone) => {
      sfn.onAnyCommand().rejects(gone);

      await waiting.succeed('token');
      await waiting.fail('token', { error: 'SnapshotFailed', cause: 'no list' });
      await waiting.beat('token');

      expect(sfn.calls()).toHaveLength(3);
    },
  );

  it('hands back what may work later', async () => {
    sfn.on(SendTaskSuccessCommand).rejects(new Error('throttled'));

    await expect(waiting.succeed('token')).rejects.toThrow('throttled');
  });

  it('says to Step Functions what has happened', async () => {
    sfn.onAnyCommand().resolves({});

    await waiting.fail('token', { error: 'SnapshotFailed', cause: 'no list' });
    await waiting.beat('token');

    expect(sfn.commandCalls(SendTaskFailureCommand)[0]?.args[0].input).toEqual({
      taskToken: 'token',
      error: 'SnapshotFailed',
      cause: 'no list',
    });
    expect(sfn.commandCalls(SendTaskHeartbeatCommand)).toHaveLength(1);
  });
});

describe('SchedulerSchedules', () => {
  it('lets Scheduler start the state machine by itself, once, in UTC', async () => {
    scheduler.on(CreateScheduleCommand).resolves({});

    await schedules.set(execution, at);

    const { Target, ...schedule } = scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input ?? {};
    expect(schedule).toEqual({
      Name: 'run_1',
      GroupName: 'bulkhead-dev-campaigns',
      ScheduleExpression: 'at(2026-11-22T09:00:01)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
    });
    expect(Target?.Arn).toBe('arn:aws:scheduler:::aws-sdk:sfn:startExecution');
    expect(Target?.DeadLetterConfig).toEqual({ Arn: 'arn:aws:sqs:eu-west-1:1:schedules-dlq' });
    expect(Target?.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 480, MaximumRetryAttempts: 185 });
    expect(JSON.parse(Target?.Input ?? '')).toEqual({
      StateMachineArn: machine,
      Name: 'run_1',
      Input: JSON.stringify(execution),
    });
  });

  it('gives every attempt a schedule of its own, called as the execution that it starts', async () => {
    scheduler.onAnyCommand().resolves({});

    await schedules.set({ ...execution, attempt: 3 }, at);

    const { Name, Target } = scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input ?? {};
    expect(Name).toBe('run_1-3');
    expect(JSON.parse(Target?.Input ?? '')).toMatchObject({ Name });
  });

  it('calls a schedule what Scheduler takes, however often its campaign was moved', async () => {
    scheduler.onAnyCommand().resolves({});
    const longest = runIdOf(newId('cmp'));

    await schedules.set({ ...execution, runId: longest, attempt: 1_000_000 }, at);

    expect(scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input.Name).toMatch(/^[0-9a-zA-Z-_.]{1,64}$/);
  });

  it('takes earlier times back once the new one is set: that of the attempt before, and what older versions called by the run alone', async () => {
    scheduler.onAnyCommand().resolves({});

    await schedules.set({ ...execution, attempt: 3 }, at);

    const [first] = scheduler.calls();
    expect(first?.args[0]).toBeInstanceOf(CreateScheduleCommand);
    expect(cleared()).toEqual(['run_1', 'run_1-2']);
  });

  it('does not take back the first time of a run as it is set', async () => {
    scheduler.onAnyCommand().resolves({});

    await schedules.set(execution, at);

    expect(cleared()).toEqual([]);
  });

  it('sets again what a command has set that comes again', async () => {
    scheduler.on(CreateScheduleCommand).rejects(new ConflictException({ ...about, Message: 'exists' }));
    scheduler.on(UpdateScheduleCommand).resolves({});

    await schedules.set(execution, at);

    expect(scheduler.commandCalls(UpdateScheduleCommand)[0]?.args[0].input).toMatchObject({ Name: 'run_1' });
  });

  it('leaves no time of an attempt, nor of one before it, when it is taken back', async () => {
    scheduler.onAnyCommand().resolves({});

    await schedules.clear({ runId: 'run_1', attempt: 4 });

    expect(cleared()).toEqual(['run_1-4', 'run_1', 'run_1-3']);
  });

  it('has nothing to take back when the schedule has fired', async () => {
    scheduler.on(DeleteScheduleCommand).rejects(new ResourceNotFoundException({ ...about, Message: 'gone' }));

    await expect(schedules.clear(execution)).resolves.toBeUndefined();
  });

  it('fails when it cannot take a time back', async () => {
    scheduler.on(DeleteScheduleCommand).rejects(new Error('throttled'));

    await expect(schedules.clear(execution)).rejects.toThrow('throttled');
  });
});
