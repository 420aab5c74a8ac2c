import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

import type { QueueEdge } from './edge.ts';
import { PermanentError, RetryableError } from './errors.ts';
import { invocation } from './invocation.ts';
import type { Log } from './log.ts';
import { correlationOf, settleFailure } from './settle-failure.ts';

/** A message that could be read. */
export interface Received<Message> {
  readonly message: Message;
  readonly record: SQSRecord;
}

/** A message that could be read but not handled, and why. `PermanentError` parks it, anything else hands it back. */
export interface Unhandled<Message> {
  readonly received: Received<Message>;
  readonly error: unknown;
}

interface Failure {
  readonly record: SQSRecord;
  readonly error: unknown;
  readonly message?: unknown;
}

interface BatchHandling<Message> {
  /** Reads the body of one message. What it throws as `PermanentError` parks that message alone. */
  readonly parse: (body: string) => Message;
  /** Handles all messages that could be read, together. Answers which of them failed; if it throws, all of them did. */
  readonly handleAll: (
    received: readonly Received<Message>[],
    about: { readonly log: Log; readonly context: Context },
  ) => Promise<readonly Unhandled<Message>[]>;
}

/**
 * Turns "handle these messages together" into a Lambda handler for a batch: for work that is cheaper for a hundred messages
 * at once than a hundred times for one. Messages that cannot be read are parked with their reason and do not disturb the others.
 * @example
 * sqsBatchHandler({ parse: readSesEvent, handleAll: (received) => foldTogether(received) }, edge);
 */
export const sqsBatchHandler = <Message>({ parse, handleAll }: BatchHandling<Message>, edge: QueueEdge) => {
  const read = (records: readonly SQSRecord[]) => {
    const received: Received<Message>[] = [];
    const unreadable: Failure[] = [];
    for (const record of records) {
      try {
        received.push({ message: parse(record.body), record });
      } catch (error) {
        unreadable.push({ record, error });
      }
    }
    return { received, unreadable };
  };

  const handle = async (received: readonly Received<Message>[], context: Context): Promise<readonly Failure[]> => {
    if (received.length === 0) return [];
    const failed = await handleAll(received, { log: edge.log, context }).catch((error: unknown) =>
      received.map((each) => ({ received: each, error: curable(error) })),
    );
    return failed.map(({ received: { record, message }, error }) => ({ record, error, message }));
  };

  const settle = ({ record, error, message }: Failure): Promise<void> => {
    const log = edge.log.with({ messageId: record.messageId, correlationId: correlationOf(message) });
    return settleFailure({ record, error, log }, edge);
  };

  return middy<SQSEvent, SQSBatchResponse>({ timeoutEarlyInMillis: 0 })
    .use(invocation(edge))
    .handler(async ({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
      const { received, unreadable } = read(Records);
      const failures = [...unreadable, ...(await handle(received, context))];
      const settled = await Promise.allSettled(failures.map(settle));
      const unsettled = failures.filter((_, n) => settled[n]?.status === 'rejected');

      return { batchItemFailures: unsettled.map(({ record }) => ({ itemIdentifier: record.messageId })) };
    });
};

/** One error condemns no batch: whatever cannot be pinned on a message is tried again. */
const curable = (error: unknown): unknown =>
  error instanceof PermanentError
    ? new RetryableError({ code: error.code, message: error.message, details: error.details, cause: error })
    : error;
