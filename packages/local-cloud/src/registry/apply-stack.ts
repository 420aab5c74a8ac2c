import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';

import type { BucketRules } from '../stores/stores.ts';
import { applyBucket } from './buckets.ts';
import { applyEventDestination, type Mail } from './mail.ts';
import type { Resource, StackPayload } from './payload.ts';
import { applyQueues } from './queues.ts';
import { RegistryRefusal } from './refusal.ts';
import type { Subscriptions } from './subscriptions.ts';
import { applyTable } from './tables.ts';

export interface Tools {
  readonly clients: {
    sqs(): SQSClient;
    sns(): SNSClient;
    s3(): S3Client;
    dynamodb(): DynamoDBClient;
  };
  readonly subscriptions: Subscriptions;
  readonly mail: Mail;
  readonly configureBucket: (bucket: string, rules: BucketRules) => void;
}

const EMULATED = [
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::SNS::Subscription',
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  // Any group of schedules exists here.
  'AWS::Scheduler::ScheduleGroup',
] as const;

type Emulated = (typeof EMULATED)[number];

/** The types of a stack's resources that exist on AWS only: roles, policies, alarms and their like. */
export const ignoredTypes = ({ resources, ignored }: StackPayload): readonly string[] => {
  const unknown = resources.map(({ type }) => type).filter((type) => !EMULATED.some((known) => known === type));

  return [...new Set([...ignored, ...unknown])].toSorted();
};

/** Brings everything a stack declares into being. Applying it again changes only what changed. */
export const applyStack = async (stack: StackPayload, tools: Tools): Promise<void> => {
  const { clients, subscriptions, mail } = tools;
  const of = (type: Emulated): readonly Resource[] => stack.resources.filter((resource) => resource.type === type);

  await applyQueues(clients.sqs(), of('AWS::SQS::Queue'));
  for (const topic of of('AWS::SNS::Topic')) await createTopic(tools, topic);
  for (const table of of('AWS::DynamoDB::Table')) await applyTable(clients.dynamodb(), table);
  const buckets = { s3: clients.s3(), configureBucket: tools.configureBucket };
  for (const bucket of of('AWS::S3::Bucket')) await applyBucket(buckets, bucket);
  await subscriptions.apply(stack.stack, of('AWS::SNS::Subscription'));
  await subscriptions.retryPending();
  for (const { ref } of of('AWS::SES::ConfigurationSet')) mail.registerConfigurationSet(ref);
  for (const destination of of('AWS::SES::ConfigurationSetEventDestination')) applyEventDestination(mail, destination);
};

const createTopic = async ({ clients, subscriptions }: Tools, { id, ref, att, properties }: Resource) => {
  if (properties['Subscription'] !== undefined) {
    throw new RegistryRefusal(`${id}: declare subscriptions as AWS::SNS::Subscription, not inside the topic`);
  }
  await clients.sns().send(new CreateTopicCommand({ Name: att['TopicName'] ?? ref.split(':').at(-1) }));
  subscriptions.announceTopic(ref);
};
