import { type CreateScheduleCommandInput } from '@aws-sdk/client-scheduler';

import { endAll, FUNCTION, ROLE, setUp } from '../../src/scheduler/testing/serve.ts';

afterEach(endAll);

it('answers no web page', async () => {
  const { client } = await setUp();
  const { hostname, port } = (await client.config.endpoint?.()) ?? { hostname: '', port: 0 };

  const answer = await fetch(`http://${hostname}:${port}/schedules`, { headers: { origin: 'https://example.com' } });

  expect(answer.status).toBe(403);
});

it.each<{ what: string; input: Partial<CreateScheduleCommandInput>; says: RegExp }>([
  { what: 'cron', input: { ScheduleExpression: 'cron(0 9 * * ? *)' }, says: /Supported here: at\(/ },
  {
    what: 'another target',
    input: { Target: { Arn: 'arn:aws:sqs:eu-west-1:000000000000:q', RoleArn: ROLE } },
    says: /not supported\. Supported here: arn:aws:scheduler:::aws-sdk:sfn:startExecution/,
  },
  {
    what: 'another universal target',
    input: { Target: { Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage', RoleArn: ROLE } },
    says: /not supported/,
  },
  {
    what: 'an input that does not fit',
    input: { Target: { Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution', RoleArn: ROLE, Input: '{}' } },
    says: /not one of startExecution/,
  },
  {
    what: 'an input that is not JSON',
    input: { Target: { Arn: FUNCTION, RoleArn: ROLE, Input: '{' } },
    says: /not JSON/,
  },
  {
    what: 'fields of other targets',
    input: { Target: { Arn: FUNCTION, RoleArn: ROLE, SqsParameters: { MessageGroupId: 'g' } } },
    says: /Target\.SqsParameters is not supported here/,
  },
  {
    what: 'a window without its length',
    input: { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } },
    says: /FlexibleTimeWindow/,
  },
  {
    what: 'retries for less than a minute',
    input: { Target: { Arn: FUNCTION, RoleArn: ROLE, RetryPolicy: { MaximumEventAgeInSeconds: 59 } } },
    says: /MaximumEventAgeInSeconds is not valid/,
  },
  {
    what: 'more retries than there are',
    input: { Target: { Arn: FUNCTION, RoleArn: ROLE, RetryPolicy: { MaximumRetryAttempts: 186 } } },
    says: /MaximumRetryAttempts is not valid/,
  },
  {
    what: 'a dead-letter queue that keeps an order',
    input: {
      Target: { Arn: FUNCTION, RoleArn: ROLE, DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:000000000000:q.fifo' } },
    },
    says: /DeadLetterConfig\.Arn is not valid/,
  },
  {
    what: 'a role that is none',
    input: { Target: { Arn: FUNCTION, RoleArn: 'arn:aws:iam::000000000000:user/scheduler' } },
    says: /RoleArn is not valid/,
  },
  { what: 'a name of 65 characters', input: { Name: 'n'.repeat(65) }, says: /Name must be/ },
  { what: 'a name with a space', input: { Name: 'a b' }, says: /Name must be/ },
])('refuses $what and says why', async ({ input, says }) => {
  const { create } = await setUp();

  await expect(create(input)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(says),
  });
});
