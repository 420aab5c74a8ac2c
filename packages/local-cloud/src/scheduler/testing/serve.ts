import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  ListSchedulesCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';

import { VirtualClock } from '../../sfn/testing/virtual-clock.ts';
import { createScheduler } from '../index.ts';

export const MACHINE = 'arn:aws:states:eu-west-1:000000000000:stateMachine:run';
export const FUNCTION = 'arn:aws:lambda:eu-west-1:000000000000:function:tick';
export const ROLE = 'arn:aws:iam::000000000000:role/scheduler';

export const launch: CreateScheduleCommandInput = {
  Name: 'launch-1',
  ScheduleExpression: 'at(2030-01-01T10:00:00)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: {
    Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution',
    RoleArn: ROLE,
    Input: JSON.stringify({ StateMachineArn: MACHINE, Name: 'run-1', Input: '{"runId":"run-1"}' }),
  },
};
export const tick = {
  ...launch,
  Name: 'tick',
  ScheduleExpression: 'rate(5 minutes)',
  Target: { Arn: FUNCTION, RoleArn: ROLE },
};

export const HOUR = 3_600_000;

const running: (() => void)[] = [];

/** Ends what the tests before have started. */
export const endAll = (): void => {
  for (const end of running.splice(0)) end();
};

/** Serves the scheduler to a real SDK client, at nine o'clock. */
export const setUp = async () => {
  const calls: unknown[] = [];
  const clock = new VirtualClock(Date.parse('2030-01-01T09:00:00Z'));
  const { server, stop } = createScheduler({
    region: 'eu-west-1',
    account: '000000000000',
    startExecution: async (input) => void calls.push(input),
    invokeFunction: async (arn, payload) => void calls.push({ arn, payload }),
    park: async (queueArn, letter) => void calls.push({ queueArn, letter }),
    log: (line) => calls.push(line),
    clock,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = Object(server.address());
  const client = new SchedulerClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  running.push(() => {
    client.destroy();
    stop();
    server.close();
    server.closeAllConnections();
  });

  const create = (more: Partial<CreateScheduleCommandInput> = {}) =>
    client.send(new CreateScheduleCommand({ ...launch, ...more }));
  const names = async (more: object = {}) =>
    (await client.send(new ListSchedulesCommand(more))).Schedules?.map(({ Name }) => Name);
  return { calls, client, clock, create, names };
};
