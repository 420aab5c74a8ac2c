import { REGION } from './platform.ts';

const ACCOUNT = '000000000000';

export const queueArn = (name: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
export const topicArn = (name: string): string => `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`;

export const queue = (url: string, properties: Readonly<Record<string, unknown>> = {}) => {
  const name = url.split('/').at(-1) ?? '';

  return {
    id: `Queue${name}`,
    type: 'AWS::SQS::Queue',
    ref: url,
    att: { Arn: queueArn(name), QueueName: name },
    properties,
  };
};

export const topic = (name: string) => ({
  id: `Topic${name}`,
  type: 'AWS::SNS::Topic',
  ref: topicArn(name),
  att: { TopicArn: topicArn(name), TopicName: name },
  properties: {},
});

export const subscription = (topicName: string, queueName: string, types?: readonly string[]) => ({
  id: `${queueName}Hears${topicName}`,
  type: 'AWS::SNS::Subscription',
  ref: 'subscription',
  att: {},
  properties: {
    TopicArn: topicArn(topicName),
    Protocol: 'sqs',
    Endpoint: queueArn(queueName),
    RawMessageDelivery: true,
    ...(types && { FilterPolicyScope: 'MessageBody', FilterPolicy: { type: types } }),
  },
});

export const bucket = (name: string, properties: Readonly<Record<string, unknown>>) => ({
  id: `Bucket${name}`,
  type: 'AWS::S3::Bucket',
  ref: name,
  att: { Arn: `arn:aws:s3:::${name}` },
  properties,
});

/** What a service posts to `/_local/stacks`, with nothing in it but what the test is about. */
export const stacks = (
  service: string,
  resources: readonly object[],
  over: Readonly<Record<string, unknown>> = {},
) => ({
  service,
  region: REGION,
  stacks: [{ stack: `${service}-local`, resources, ignored: [] }],
  functions: {},
  stateMachines: [],
  authorizers: {},
  ...over,
});
