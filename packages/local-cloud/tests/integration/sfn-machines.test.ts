import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  ListStateMachinesCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';

import { definitionOf, endAll, MACHINE, ROLE, rest, setUp } from '../../src/sfn/testing/serve.ts';

afterEach(endAll);

describe('state machines', () => {
  it('are created once, described and listed', async () => {
    const { client } = await setUp();
    const definition = definitionOf({ Rest: rest });
    const create = new CreateStateMachineCommand({ name: 'other', definition, roleArn: ROLE });

    const first = await client.send(create);
    const again = await client.send(create);

    expect(again).toMatchObject({ stateMachineArn: first.stateMachineArn, creationDate: first.creationDate });
    expect(
      await client.send(new DescribeStateMachineCommand({ stateMachineArn: first.stateMachineArn })),
    ).toMatchObject({
      name: 'other',
      status: 'ACTIVE',
      type: 'STANDARD',
      definition,
      roleArn: ROLE,
    });
    const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
    expect(stateMachines?.map(({ name }) => name)).toEqual(['other', 'run']);
  });

  it('are listed page by page', async () => {
    const { client, registerMachine } = await setUp();
    for (const name of ['a', 'b', 'c'])
      registerMachine({ name, definition: definitionOf({ Rest: rest }), type: 'STANDARD' });

    const first = await client.send(new ListStateMachinesCommand({ maxResults: 3 }));
    const second = await client.send(new ListStateMachinesCommand({ maxResults: 3, nextToken: first.nextToken }));

    expect(first.stateMachines?.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(second.stateMachines?.map(({ name }) => name)).toEqual(['run']);
    expect(second.nextToken).toBeUndefined();
  });

  it('are refused with the place and the reason', async () => {
    const { client } = await setUp();
    const create = new CreateStateMachineCommand({
      name: 'bad',
      definition: definitionOf({ Ask: { Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask.sync', End: true } }),
      roleArn: ROLE,
    });

    await expect(client.send(create)).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message: expect.stringMatching(/ecs:runTask\.sync' is not implemented.* at \/States\/Ask\/Resource/),
    });
  });

  it.each([
    { name: 'run', type: 'STANDARD' as const, error: 'StateMachineAlreadyExists' },
    { name: 'a b', type: 'STANDARD' as const, error: 'InvalidName' },
    { name: 'fast', type: 'EXPRESS' as const, error: 'StateMachineTypeNotSupported' },
  ])('are refused as $error', async ({ name, type, error }) => {
    const { client } = await setUp();
    const definition = definitionOf({ Other: rest });

    const creation = client.send(new CreateStateMachineCommand({ name, definition, roleArn: ROLE, type }));

    await expect(creation).rejects.toMatchObject({ name: error });
  });

  it('are validated without being created', async () => {
    const { client } = await setUp();
    const definition = definitionOf({ Rest: { ...rest, OutputPath: '$' } });

    const verdict = await client.send(new ValidateStateMachineDefinitionCommand({ definition }));

    expect(verdict.result).toBe('FAIL');
    expect(verdict.diagnostics).toEqual([
      expect.objectContaining({
        severity: 'ERROR',
        location: '/States/Rest',
        message: expect.stringContaining("'OutputPath'"),
      }),
    ]);
  });

  it('keep a running execution on the definition it began with', async () => {
    const { client, start, settle } = await setUp();
    const executionArn = await start('before');
    const definition = definitionOf({ Over: { Type: 'Pass', Output: 'new', End: true } });

    await client.send(new UpdateStateMachineCommand({ stateMachineArn: MACHINE, definition }));
    const after = await start('after');
    await settle();

    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({ status: 'RUNNING' });
    expect(await client.send(new DescribeExecutionCommand({ executionArn: after }))).toMatchObject({ output: '"new"' });
    const kept = await client.send(new DescribeStateMachineForExecutionCommand({ executionArn }));
    expect(kept.definition).toBe(definitionOf({ Rest: rest }));
  });

  it('are gone after they are deleted', async () => {
    const { client, start } = await setUp();

    await client.send(new DeleteStateMachineCommand({ stateMachineArn: MACHINE }));

    await expect(start('late')).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  });
});
