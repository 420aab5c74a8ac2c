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
  { what: 'a name with a space', input: { Name: 'a b' }, says: /Name must be/ },
])('refuses $what and says why', async ({ input, says }) => {
  const { create } = await setUp();

  await expect(create(input)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(says),
  });
});
