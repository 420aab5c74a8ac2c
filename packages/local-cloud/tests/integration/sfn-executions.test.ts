import {
  DescribeExecutionCommand,
  GetActivityTaskCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';

import { definitionOf, endAll, MACHINE, setUp } from '../../src/sfn/testing/serve.ts';

afterEach(endAll);

describe('executions', () => {
  it('are the same one for the same name and input while it runs', async () => {
    const { start, settle } = await setUp();
    const first = await start('r1', '{"a":1}');

    expect(await start('r1', '{"a":1}')).toBe(first);
    await expect(start('r1', '{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await settle(60_000);
    await expect(start('r1', '{"a":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it.each([
    { name: 'a/b', input: '{}', error: 'InvalidName' },
    { name: 'ok', input: '{', error: 'InvalidExecutionInput' },
    { name: 'ok', input: JSON.stringify('x'.repeat(262_144)), error: 'InvalidExecutionInput' },
  ])('are refused as $error', async ({ name, input, error }) => {
    const { start } = await setUp();

    await expect(start(name, input)).rejects.toMatchObject({ name: error });
  });

  it('refuse an ARN that is none, and one that names nothing', async () => {
    const { client } = await setUp();
    const describeExecution = (executionArn: string) => client.send(new DescribeExecutionCommand({ executionArn }));

    await expect(describeExecution('nonsense')).rejects.toMatchObject({ name: 'InvalidArn' });
    await expect(describeExecution(`${MACHINE.replace('stateMachine', 'execution')}:no`)).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
  });

  it('are listed latest first, by status and page by page', async () => {
    const { client, start, settle } = await setUp();
    for (const name of ['r1', 'r2', 'r3']) await start(name);
    await settle(60_000);
    await start('r4');
    const list = async (more: object) => client.send(new ListExecutionsCommand({ stateMachineArn: MACHINE, ...more }));

    const running = await list({ statusFilter: 'RUNNING' });
    const first = await list({ maxResults: 3 });
    await start('r5');
    const second = await list({ maxResults: 3, nextToken: first.nextToken });

    expect(running.executions?.map(({ name }) => name)).toEqual(['r4']);
    expect(first.executions?.map(({ name }) => name)).toEqual(['r4', 'r3', 'r2']);
    expect(second.executions?.map(({ name }) => name)).toEqual(['r1']);
    expect(second.nextToken).toBeUndefined();
    await expect(list({ nextToken: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  it('stop when they are told to', async () => {
    const { client, lines, start, settle } = await setUp();
    const executionArn = await start('r1');

    await client.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'a person' }));
    await settle();

    const { status, error, cause, stopDate } = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect({ status, error, cause, stopDate }).toEqual({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'a person',
      stopDate: new Date('2030-01-01T00:00:00Z'),
    });
    expect(lines).toEqual(['execution run/r1 ended as ABORTED: Enough']);
  });

  it('tell their history forwards, backwards, page by page, with and without data', async () => {
    const { client, start, settle } = await setUp(
      definitionOf({ Shape: { Type: 'Pass', Output: { n: 1 }, Assign: { x: [1] }, End: true } }),
    );
    const executionArn = await start('r1', '{"secret":1}');
    await settle();
    const history = async (more: object) => client.send(new GetExecutionHistoryCommand({ executionArn, ...more }));

    const all = await history({});
    const first = await history({ reverseOrder: true, maxResults: 3 });
    const second = await history({ reverseOrder: true, maxResults: 3, nextToken: first.nextToken });
    const bare = await history({ includeExecutionData: false });

    expect(all.events).toEqual([
      expect.objectContaining({
        id: 1,
        previousEventId: 0,
        type: 'ExecutionStarted',
        timestamp: new Date('2030-01-01T00:00:00Z'),
        executionStartedEventDetails: expect.objectContaining({ input: '{"secret":1}' }),
      }),
      expect.objectContaining({
        id: 2,
        previousEventId: 0,
        type: 'PassStateEntered',
        stateEnteredEventDetails: { name: 'Shape', input: '{"secret":1}', inputDetails: { truncated: false } },
      }),
      expect.objectContaining({
        id: 3,
        previousEventId: 2,
        type: 'PassStateExited',
        stateExitedEventDetails: expect.objectContaining({ output: '{"n":1}', assignedVariables: { x: '[1]' } }),
      }),
      expect.objectContaining({ id: 4, previousEventId: 3, type: 'ExecutionSucceeded' }),
    ]);
    expect(first.events?.map(({ id }) => id)).toEqual([4, 3, 2]);
    expect(second.events?.map(({ id }) => id)).toEqual([1]);
    expect(JSON.stringify(bare.events)).not.toContain('secret');
  });
});

it('answers no web page', async () => {
  const { client } = await setUp();
  const { hostname, port } = (await client.config.endpoint?.()) ?? { hostname: '', port: 0 };
  const headers = { 'x-amz-target': 'AWSStepFunctions.ListStateMachines', origin: 'https://example.com' };

  const answer = await fetch(`http://${hostname}:${port}/`, { method: 'POST', headers, body: '{}' });

  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ __type: 'AccessDeniedException' });
});

it('says which operations it does not know', async () => {
  const { client } = await setUp();

  const answer = client.send(new GetActivityTaskCommand({ activityArn: 'a' }));

  await expect(answer).rejects.toMatchObject({ name: 'UnknownOperationException' });
});

it('names the members of an input that are wrong', async () => {
  const { client } = await setUp();

  const answer = client.send(new ListExecutionsCommand({ stateMachineArn: MACHINE, maxResults: 5_000 }));

  await expect(answer).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining("'maxResults'"),
  });
});
