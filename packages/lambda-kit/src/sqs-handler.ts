import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod/mini';

import type { QueueEdge } from './edge.ts';
import { invocation } from './invocation.ts';
import type { Log } from './log.ts';
import { parseMessage } from './parse.ts';
import { correlationOf, settleFailure } from './settle-failure.ts';

/** What a handler may know about the delivery of its message. */
export interface Delivery {
  /** Carries the message id and, where the message has one, its correlation id. */
  readonly log: Log;
  readonly record: SQSRecord;
  readonly context: Context;
}

interface Handling<Schema extends z.ZodMiniType> {
  readonly schema: Schema;
  readonly handle: (message: z.infer<Schema>, delivery: Delivery) => Promise<void>;
}

/**
 * Turns "handle one message" into a Lambda handler for a batch of them.
 *
 * A message is handed back to SQS unless it was handled, or cannot be helped (`PermanentError`) and is safely parked in
 * the DLQ with its reason. `timeoutEarlyInMillis` is 0: an early answer would leave work running in a frozen environment.
 * @example
 * export const onRunStarted = (rememberRun: RememberRun, edge: QueueEdge) =>
 *   sqsHandler({ schema: CampaignRunStartedV1, handle: ({ data }) => rememberRun(data) }, edge);
 */
export const sqsHandler = <Schema extends z.ZodMiniType>({ schema, handle }: Handling<Schema>, edge: QueueEdge) => {
  const settle = async (record: SQSRecord, context: Context): Promise<void> => {
    let log = edge.log.with({ messageId: record.messageId });
    try {
      const message: z.infer<Schema> = parseMessage(schema, record.body);
      log = log.with({ correlationId: correlationOf(message) });
      await handle(message, { log, record, context });
    } catch (error) {
      await settleFailure({ record, error, log }, edge);
    }
  };

  return middy<SQSEvent, SQSBatchResponse>({ timeoutEarlyInMillis: 0 })
    .use(invocation(edge))
    .handler(async ({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
      const settled = await Promise.allSettled(Records.map((record) => settle(record, context)));
      const unsettled = Records.filter((_, n) => settled[n]?.status === 'rejected');

      return { batchItemFailures: unsettled.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
};
