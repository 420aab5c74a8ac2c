import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';

import { endAll, FUNCTION, HOUR, launch, MACHINE, setUp, tick } from '../../src/scheduler/testing/serve.ts';

afterEach(endAll);

it('starts a state machine at the moment, in the time zone that was asked for', async () => {
  const { calls, clock, create } = await setUp();
  await create({ ScheduleExpression: 'at(2030-01-01T19:30:00)', ScheduleExpressionTimezone: 'Asia/Seoul' });

  await clock.advance(1.5 * HOUR - 1);
  expect(calls).toEqual([]);
  await clock.advance(1);

  expect(calls).toEqual([{ stateMachineArn: MACHINE, name: 'run-1', input: '{"runId":"run-1"}' }]);
});

it.each([
  { ActionAfterCompletion: 'DELETE' as const, left: [] },
  { ActionAfterCompletion: 'NONE' as const, left: ['launch-1'] },
])('leaves $left after completion with $ActionAfterCompletion', async ({ ActionAfterCompletion, left }) => {
  const { clock, create, names } = await setUp();
  await create({ ActionAfterCompletion });

  await clock.advance(HOUR);

  expect(await names()).toEqual(left);
});

it('invokes a function at once and then at the rate, until its end', async () => {
  const { calls, client, clock } = await setUp();
  await client.send(new CreateScheduleCommand({ ...tick, EndDate: new Date('2030-01-01T09:12:00Z') }));

  await clock.advance(HOUR);

  expect(calls).toEqual(Array.from({ length: 3 }, () => ({ arn: FUNCTION, payload: '{}' })));
});

it('shows a schedule with its defaults', async () => {
  const { client, create } = await setUp();
  const { ScheduleArn } = await create({ StartDate: new Date('2030-01-01T08:00:00Z') });

  const schedule = await client.send(new GetScheduleCommand({ Name: 'launch-1' }));

  expect(schedule).toMatchObject({
    Arn: ScheduleArn,
    Name: 'launch-1',
    GroupName: 'default',
    State: 'ENABLED',
    ScheduleExpression: launch.ScheduleExpression,
    ScheduleExpressionTimezone: 'UTC',
    ActionAfterCompletion: 'NONE',
    StartDate: new Date('2030-01-01T08:00:00Z'),
    CreationDate: new Date('2030-01-01T09:00:00Z'),
    Target: launch.Target,
    FlexibleTimeWindow: { Mode: 'OFF' },
  });
  expect(ScheduleArn).toBe('arn:aws:scheduler:eu-west-1:000000000000:schedule/default/launch-1');
});

it('creates once for the same token, also when the schedule has done its work', async () => {
  const { calls, clock, create } = await setUp();
  const wanted = { ClientToken: 'token-1', ActionAfterCompletion: 'DELETE' as const };

  const first = await create(wanted);
  await clock.advance(HOUR);
  const again = await create(wanted);
  await clock.advance(HOUR);

  expect(again.ScheduleArn).toBe(first.ScheduleArn);
  expect(calls).toHaveLength(1);
});

it('refuses a name that is taken', async () => {
  const { create } = await setUp();
  await create({ ClientToken: 'one' });

  await expect(create({ ClientToken: 'two' })).rejects.toMatchObject({ name: 'ConflictException' });
  await expect(create({ ClientToken: 'one', Description: 'other' })).rejects.toMatchObject({
    name: 'ConflictException',
  });
  await expect(create({ GroupName: 'other' })).resolves.toBeDefined();
});

it('moves a schedule when it is updated, and forgets what is not said again', async () => {
  const { calls, client, clock, create } = await setUp();
  await create({ Description: 'early' });

  await client.send(new UpdateScheduleCommand({ ...launch, ScheduleExpression: 'at(2030-01-01T11:00:00)' }));
  await clock.advance(HOUR);
  expect(calls).toEqual([]);
  await clock.advance(HOUR);

  expect(calls).toHaveLength(1);
  const { Description, CreationDate } = await client.send(new GetScheduleCommand({ Name: 'launch-1' }));
  expect({ Description, CreationDate }).toEqual({
    Description: undefined,
    CreationDate: new Date('2030-01-01T09:00:00Z'),
  });
});

it('does nothing for a schedule that is disabled or deleted', async () => {
  const { calls, client, clock, create } = await setUp();
  await create({ State: 'DISABLED' });
  await client.send(new CreateScheduleCommand(tick));
  await clock.advance(0);
  const before = calls.length;

  await client.send(new DeleteScheduleCommand({ Name: 'tick' }));
  await clock.advance(24 * HOUR);

  expect(before).toBe(1);
  expect(calls).toHaveLength(1);
  await expect(client.send(new GetScheduleCommand({ Name: 'tick' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

it('lists by group, prefix and state, page by page', async () => {
  const { client, create, names } = await setUp();
  await create();
  await create({ Name: 'launch-2', GroupName: 'runs', State: 'DISABLED' });
  await create({ Name: 'other', GroupName: 'runs' });

  const first = await client.send(new ListSchedulesCommand({ MaxResults: 2 }));
  const second = await client.send(new ListSchedulesCommand({ MaxResults: 2, NextToken: first.NextToken }));

  expect(first.Schedules?.map(({ Name }) => Name)).toEqual(['launch-1', 'launch-2']);
  expect(second.Schedules?.map(({ Name }) => Name)).toEqual(['other']);
  expect(second.NextToken).toBeUndefined();
  expect(await names({ GroupName: 'runs' })).toEqual(['launch-2', 'other']);
  expect(await names({ NamePrefix: 'launch' })).toEqual(['launch-1', 'launch-2']);
  expect(await names({ State: 'DISABLED' })).toEqual(['launch-2']);
});

it('takes a group with its schedules away', async () => {
  const { client, create, names } = await setUp();
  await client.send(new CreateScheduleGroupCommand({ Name: 'runs' }));
  await create({ GroupName: 'runs' });

  expect(await client.send(new GetScheduleGroupCommand({ Name: 'runs' }))).toMatchObject({ State: 'ACTIVE' });
  const { ScheduleGroups } = await client.send(new ListScheduleGroupsCommand({}));
  expect(ScheduleGroups?.map(({ Name }) => Name)).toEqual(['default', 'runs']);
  await client.send(new DeleteScheduleGroupCommand({ Name: 'runs' }));

  expect(await names()).toEqual([]);
});
