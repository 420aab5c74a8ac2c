import { CreateQueueCommand, SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';

import { errorName } from '../error-text.ts';
import { asAttributes } from './attributes.ts';
import type { Resource } from './payload.ts';
import { parseOrRefuse } from './refusal.ts';

const EXISTS = ['QueueNameExists', 'QueueAlreadyExists'];

const amount = z.optional(z.union([z.number(), z.string()]));
const queueProperties = z.looseObject({
  VisibilityTimeout: amount,
  MessageRetentionPeriod: amount,
  DelaySeconds: amount,
  ReceiveMessageWaitTimeSeconds: amount,
  MaximumMessageSize: amount,
  FifoQueue: z.optional(z.union([z.boolean(), z.string()])),
  ContentBasedDeduplication: z.optional(z.union([z.boolean(), z.string()])),
  RedrivePolicy: z.optional(
    z.looseObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.union([z.number(), z.string()]) }),
  ),
});

/** Creates queues, or brings their attributes up to date. */
export const applyQueues = async (sqs: SQSClient, queues: readonly Resource[]): Promise<void> => {
  const wanted = queues.map((resource) => ({
    resource,
    properties: parseOrRefuse(queueProperties, resource.properties, resource.id),
  }));

  for (const { resource, properties } of wanted) await createQueue(sqs, resource, properties);
  // A dead-letter queue may be declared after the queue that names it.
  for (const { resource, properties } of wanted) await setAttributes(sqs, resource, properties);
};

type Properties = z.infer<typeof queueProperties>;

const createQueue = async (sqs: SQSClient, { ref, att }: Resource, { FifoQueue }: Properties): Promise<void> => {
  const QueueName = att['QueueName'] ?? ref.split('/').at(-1);
  try {
    await sqs.send(new CreateQueueCommand({ QueueName, Attributes: asAttributes({ FifoQueue }) }));
  } catch (error) {
    if (!EXISTS.includes(errorName(error))) throw error;
  }
};

const setAttributes = async (sqs: SQSClient, { ref }: Resource, properties: Properties): Promise<void> => {
  const { RedrivePolicy } = properties;
  const Attributes = asAttributes({
    VisibilityTimeout: properties.VisibilityTimeout,
    MessageRetentionPeriod: properties.MessageRetentionPeriod,
    DelaySeconds: properties.DelaySeconds,
    ReceiveMessageWaitTimeSeconds: properties.ReceiveMessageWaitTimeSeconds,
    MaximumMessageSize: properties.MaximumMessageSize,
    ContentBasedDeduplication: properties.ContentBasedDeduplication,
    // Text that is empty takes the policy away again; fauxqs compares the count as a number.
    RedrivePolicy: RedrivePolicy ? { ...RedrivePolicy, maxReceiveCount: Number(RedrivePolicy.maxReceiveCount) } : '',
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: ref, Attributes }));
};
