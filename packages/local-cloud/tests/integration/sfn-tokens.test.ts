import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
} from '@aws-sdk/client-sfn';

import { definitionOf, endAll, setUp } from '../../src/sfn/testing/serve.ts';

afterEach(endAll);

const asking = definitionOf({
  Ask: {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    HeartbeatSeconds: 60,
    Arguments: { QueueUrl: 'q', MessageBody: { token: '{% $states.context.Task.Token %}' } },
    Assign: { answer: '{% $states.result.n %}' },
    End: true,
  },
});

describe('task tokens', () => {
  it('end a waiting task with its result', async () => {
    const { client, tokens, start, settle } = await setUp(asking);
    const executionArn = await start('r1');
    await settle();
    const [taskToken] = tokens;

    await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '{' }))).rejects.toMatchObject({
      name: 'InvalidOutput',
    });
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"n":5}' }));
    await settle();

    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"n":5}',
    });
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
  });

  it('end a waiting task with an error', async () => {
    const { client, tokens, start, settle } = await setUp(asking);
    const executionArn = await start('r1');
    await settle();

    await client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: 'No', cause: 'why' }));
    await settle();

    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'FAILED',
      error: 'No',
      cause: 'why',
    });
  });

  it('are refused when nobody gave them out', async () => {
    const { client } = await setUp(asking);

    const answer = client.send(new SendTaskSuccessCommand({ taskToken: 'nonsense', output: '1' }));

    await expect(answer).rejects.toMatchObject({ name: 'InvalidToken' });
  });
});
