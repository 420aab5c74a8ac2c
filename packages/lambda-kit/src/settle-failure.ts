import type { SQSRecord } from 'aws-lambda';

import { describeError } from './describe-error.ts';
import type { QueueEdge } from './edge.ts';
import { PermanentError } from './errors.ts';
import type { Log } from './log.ts';

interface Failure {
  readonly record: SQSRecord;
  readonly error: unknown;
  /** Carries the ids of the message. */
  readonly log: Log;
}

/**
 * Decides about a message that could not be handled: parks it if nothing can help it, else hands it back.
 * @throws the error itself if the message must be handed back to SQS, which includes that it could not be parked
 */
export const settleFailure = async ({ record, error, log }: Failure, edge: QueueEdge): Promise<void> => {
  const isPermanent = error instanceof PermanentError;
  log.warn(isPermanent ? 'message_parked' : 'message_handed_back', describeError(error));
  edge.meters.count(isPermanent ? 'MessagesParked' : 'MessagesHandedBack');
  if (!isPermanent) throw error;
  await edge.deadLetters.park(record, error);
};

/** The correlation id of anything that came from a queue, if it has one. */
export const correlationOf = (message: unknown): string | undefined =>
  typeof message === 'object' &&
  message !== null &&
  'correlationid' in message &&
  typeof message.correlationid === 'string'
    ? message.correlationid
    : undefined;
