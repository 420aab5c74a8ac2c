import type { SQSRecord } from 'aws-lambda';

import type { PermanentError } from './errors.ts';
import type { Log } from './log.ts';
import type { Meters } from './meters.ts';

/** What every kind of handler needs. */
export interface Edge {
  readonly log: Log;
  readonly meters: Meters;
}

/** What a handler of HTTP requests needs. */
export type HttpEdge = Edge;

/** Where a message goes that no retry can help. */
export interface DeadLetters {
  /** Puts the message with its reason into the queue's DLQ. Must have happened before the message is finished. */
  park(record: SQSRecord, reason: PermanentError): Promise<void>;
}

/** What a handler fed by a queue needs. */
export interface QueueEdge extends Edge {
  readonly deadLetters: DeadLetters;
}
