import { PublishCommand } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';

import { type Platform, startPlatform } from '../support/platform.ts';
import { queue, stacks, subscription, topic, topicArn } from '../support/resources.ts';
import { until } from '../support/until.ts';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(async () => {
  await platform.stop();
});

const describeService = async (service: string, resources: readonly object[]) => {
  await platform.attach(service);

  return (await platform.local('stacks', stacks(service, resources))).json();
};

const publish = (name: string, message: object) =>
  platform.clients.sns().send(new PublishCommand({ TopicArn: topicArn(name), Message: JSON.stringify(message) }));

const receive = (name: string) =>
  until(async () => {
    const command = new ReceiveMessageCommand({ QueueUrl: platform.queueUrl(name), WaitTimeSeconds: 1 });
    return (await platform.clients.sqs().send(command)).Messages?.[0]?.Body;
  });

describe('a subscription', () => {
  it('waits for a topic that is announced later, and then brings bodies as they were published', async () => {
    const early = await describeService('listener', [
      queue(platform.queueUrl('heard')),
      subscription('late', 'heard', ['wanted.v1']),
    ]);

    const late = await describeService('speaker', [topic('late')]);
    await publish('late', { type: 'unwanted.v1' });
    await publish('late', { type: 'wanted.v1', n: 1 });

    expect(early).toMatchObject({ pending: ['listener-local/heardHearslate'] });
    expect(late).toMatchObject({ pending: [] });
    expect(await receive('heard')).toBe('{"type":"wanted.v1","n":1}');
  });

  it('changes with its stack and leaves with it', async () => {
    await describeService('source', [topic('facts')]);
    const own = queue(platform.queueUrl('facts-heard'));
    await describeService('changing', [own, subscription('facts', 'facts-heard', ['old.v1'])]);

    await describeService('changing', [own, subscription('facts', 'facts-heard', ['new.v1'])]);
    await publish('facts', { type: 'old.v1' });
    await publish('facts', { type: 'new.v1' });

    expect(await receive('facts-heard')).toBe('{"type":"new.v1"}');
    await describeService('changing', [own]);
    expect(await (await platform.local('state')).json()).toMatchObject({
      subscriptions: expect.not.arrayContaining(['changing-local/facts-heardHearsfacts']),
    });
  });
});

describe('the registry', () => {
  it.each([
    { what: 'a body that is no JSON', operation: 'stacks', body: '{', sentence: 'not JSON' },
    { what: 'a payload without a service', operation: 'ready', body: '{}', sentence: 'service' },
    { what: 'a service that is not there', operation: 'ready', body: '{"service":"nobody"}', sentence: 'attach first' },
    {
      what: 'another region',
      operation: 'attach',
      body: '{"service":"x","pid":1,"region":"us-east-1"}',
      sentence: 'AWS_REGION=us-east-1',
    },
  ])('refuses $what with a sentence', async ({ operation, body, sentence }) => {
    const response = await fetch(`${platform.gateway}/_local/${operation}`, { method: 'POST', body });

    expect(response.ok).toBe(false);
    expect(await response.json()).toEqual({ error: expect.stringContaining(sentence) });
  });

  it('names what a resource says that cannot be had here', async () => {
    const email = { ...subscription('facts', 'x'), properties: { TopicArn: 't', Protocol: 'email', Endpoint: 'e' } };

    expect(await describeService('wrong', [email])).toEqual({
      error: expect.stringMatching(/wrong-local\/xHearsfacts.*Protocol: only queues subscribe here/),
    });
  });

  it('lists what exists on AWS only', async () => {
    const alarm = { id: 'Alarm', type: 'AWS::CloudWatch::Alarm', ref: 'a', att: {}, properties: {} };

    expect(await describeService('watched', [alarm])).toMatchObject({ ignored: ['AWS::CloudWatch::Alarm'] });
  });
});
