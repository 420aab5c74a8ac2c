import { GetQueueAttributesCommand, ListQueuesCommand } from '@aws-sdk/client-sqs';
import type { Client } from '@bulkhead/e2e';
import * as z from 'zod/mini';

import type { Cloud } from './cloud.ts';

/** Messages of a queue: waiting, being worked on, not yet due. */
export interface Depth {
  readonly queue: string;
  readonly visible: number;
  readonly invisible: number;
  readonly delayed: number;
}

/** Every queue that is not empty. */
export const queueDepths = async ({ sqs }: Cloud): Promise<readonly Depth[]> => {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ MaxResults: 1_000 }));
  const depths = await Promise.all(
    QueueUrls.map(async (QueueUrl) => {
      const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      return {
        queue: QueueUrl.split('/').at(-1) ?? '',
        visible: Number(Attributes['ApproximateNumberOfMessages']),
        invisible: Number(Attributes['ApproximateNumberOfMessagesNotVisible']),
        delayed: Number(Attributes['ApproximateNumberOfMessagesDelayed']),
      };
    }),
  );
  return depths.filter(({ visible, invisible, delayed }) => visible + invisible + delayed > 0);
};

/** What a person wants to know of a run that did not end well, line by line. */
export const diagnose = async (cloud: Cloud, client: Client, runId: string): Promise<readonly string[]> => {
  const anything = z.unknown();
  const questions: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['run', () => client.call(`GET /api/campaigns/runs/${runId}`, anything)],
    ['dispatch', () => client.call(`GET /api/dispatch/runs/${runId}`, anything)],
    ['quota', () => client.call('GET /api/dispatch/quota', anything)],
    ['queues', () => queueDepths(cloud)],
    ['pollers', () => pollers(client.gateway)],
  ];
  return Promise.all(
    questions.map(async ([name, ask]) => {
      const answer = await ask().catch((error: unknown) => String(error));
      return `${name}: ${JSON.stringify(answer)}`;
    }),
  );
};

const State = z.object({ queues: z.unknown() });

const pollers = async (gateway: string): Promise<unknown> => {
  const answer = await fetch(`${gateway}/_local/state`);
  return z.parse(State, await answer.json()).queues;
};
