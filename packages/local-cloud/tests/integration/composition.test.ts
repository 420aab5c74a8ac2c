import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { DescribeExecutionCommand, ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';

import { isFree } from '../../src/free-port.ts';
import { listPorts } from '../../src/ports.ts';
import { startFakeHost } from '../support/fake-host.ts';
import { type Platform, REGION, startPlatform } from '../support/platform.ts';
import { queue, queueArn, stacks, subscription, topic, topicArn } from '../support/resources.ts';
import { until } from '../support/until.ts';

const HOST = '127.0.0.1';
const MACHINE_ARN = `arn:aws:states:${REGION}:000000000000:stateMachine:run`;
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(async () => {
  await platform.stop();
});

const at = (port: number) => ({ region: REGION, credentials, endpoint: `http://${HOST}:${port}` });

const describeService = async (service: string, resources: readonly object[], over = {}) => {
  const answer = await platform.local('stacks', stacks(service, resources, over));

  return answer.json();
};

describe('the parts together', () => {
  it('start a state machine by a schedule, and let it invoke a function', async () => {
    const host = await startFakeHost(await platform.attach('campaigns'), { plan: (event) => ({ planned: event }) });
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'Plan',
      States: {
        Plan: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'plan', Payload: '{% $states.input %}' },
          Output: '{% $states.result.Payload %}',
          End: true,
        },
      },
    };
    await describeService('campaigns', [], {
      functions: { plan: { key: 'plan', timeout: 5, events: [], routes: [] } },
      stateMachines: [{ name: 'run', type: 'STANDARD', definition }],
    });
    await platform.local('ready', { service: 'campaigns' });
    const scheduler = new SchedulerClient(at(platform.ports.scheduler));

    await scheduler.send(
      new CreateScheduleCommand({
        Name: 'launch',
        ScheduleExpression: `at(${new Date().toISOString().slice(0, 19)})`,
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: MACHINE_ARN, RoleArn: 'arn:aws:iam::000000000000:role/launch', Input: '{"run":"r1"}' },
      }),
    );
    const sfn = platform.clients.sfn();
    const execution = await until(async () => {
      const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: MACHINE_ARN }));
      return executions.find(({ status }) => status !== 'RUNNING');
    });
    const { output } = await sfn.send(new DescribeExecutionCommand({ executionArn: execution.executionArn }));

    expect(execution.status).toBe('SUCCEEDED');
    expect(JSON.parse(output ?? '')).toEqual({ planned: { run: 'r1' } });
    scheduler.destroy();
    await host.kill();
  });

  it('leave what a schedule could not start in its dead-letter queue', async () => {
    await platform.attach('late');
    await describeService('late', [queue(platform.queueUrl('schedules-dlq'))]);
    const scheduler = new SchedulerClient(at(platform.ports.scheduler));
    const Target = {
      Arn: `arn:aws:states:${REGION}:000000000000:stateMachine:gone`,
      RoleArn: 'arn:aws:iam::000000000000:role/launch',
      Input: '{"run":"r2"}',
      DeadLetterConfig: { Arn: queueArn('schedules-dlq') },
      RetryPolicy: { MaximumRetryAttempts: 0 },
    };

    await scheduler.send(
      new CreateScheduleCommand({
        Name: 'late',
        ScheduleExpression: `at(${new Date().toISOString().slice(0, 19)})`,
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target,
      }),
    );
    const { Body, MessageAttributes } = await until(async () => {
      const QueueUrl = platform.queueUrl('schedules-dlq');
      const command = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, MessageAttributeNames: ['All'] });
      return (await platform.clients.sqs().send(command)).Messages?.[0];
    });

    expect(Body).toBe('{"run":"r2"}');
    expect(MessageAttributes?.['ERROR_CODE']?.StringValue).toBe('StateMachineDoesNotExist');
    expect(MessageAttributes?.['SCHEDULE_ARN']?.StringValue).toMatch(/schedule\/default\/late$/);
    scheduler.destroy();
  });

  it('refuse a state machine that they could not run, with the place and the reason', async () => {
    await platform.attach('broken');
    const definition = { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Parallel', Next: 'Nowhere' } } };

    const answer = await describeService('broken', [], { stateMachines: [{ name: 'broken', definition }] });

    expect(answer).toMatchObject({ error: expect.stringContaining('States') });
  });

  it('tell a topic what became of a mail, and show the mail on its page', async () => {
    await platform.attach('feedback');
    const destination = {
      id: 'Destination',
      type: 'AWS::SES::ConfigurationSetEventDestination',
      ref: 'd',
      att: {},
      properties: {
        ConfigurationSetName: 'bulkhead-local',
        EventDestination: {
          Name: 'feedback',
          Enabled: true,
          MatchingEventTypes: ['bounce'],
          SnsDestination: { TopicARN: topicArn('ses') },
        },
      },
    };
    const set = { id: 'Set', type: 'AWS::SES::ConfigurationSet', ref: 'bulkhead-local', att: {}, properties: {} };
    const heard = queue(platform.queueUrl('ses-events'));
    await describeService('feedback', [topic('ses'), heard, subscription('ses', 'ses-events'), set, destination]);
    const ses = new SESClient(at(platform.ports.mail));
    const headers = ['From: news@example.com', 'To: bounce@simulator.amazonses.com', 'Subject: Hello'];

    await ses.send(
      new SendRawEmailCommand({
        ConfigurationSetName: 'bulkhead-local',
        RawMessage: { Data: Buffer.from([...headers, '', 'Hello'].join('\r\n')) },
      }),
    );
    const body = await until(async () => {
      const command = new ReceiveMessageCommand({ QueueUrl: platform.queueUrl('ses-events'), WaitTimeSeconds: 1 });
      return (await platform.clients.sqs().send(command)).Messages?.[0]?.Body;
    });
    const page = await fetch(`${platform.gateway}/mailbox`);

    expect(JSON.parse(body)).toMatchObject({ eventType: 'Bounce', bounce: { bounceType: 'Permanent' } });
    expect(page.status).toBe(200);
    ses.destroy();
  });
});

describe('stopping', () => {
  it('leaves no port behind, even while a handler never ends', async () => {
    const own = await startPlatform();
    const host = await startFakeHost(await own.attach('stuck'), { hang: () => new Promise(() => {}) });
    const functions = { hang: { key: 'hang', timeout: 60, events: [], routes: [] } };
    await own.local('stacks', stacks('stuck', [], { functions }));
    await own.local('ready', { service: 'stuck' });
    const invocation = fetch(`${own.gateway}/2015-03-31/functions/hang/invocations`, { method: 'POST' }).catch(
      () => 'cut',
    );

    await own.stop();

    const free = await Promise.all(listPorts(own.ports).map(({ port }) => isFree(HOST, port)));
    expect(free.every(Boolean)).toBe(true);
    expect(await invocation).toBe('cut');
    await host.kill();
  });
});
