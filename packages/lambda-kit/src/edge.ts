import type { SQSRecord } from 'aws-lambda';

import type { Role } from './access/role.ts';
import type { PermanentError } from './errors.ts';
import type { Log } from './log.ts';
import type { Meters } from './meters.ts';

/** What every kind of handler needs. */
export interface Edge {
  readonly log: Log;
  readonly meters: Meters;
}

/** Something that somebody has changed through an API. Ids only, no addresses. */
export interface Deed {
  readonly at: Date;
  /** The route: `POST /api/campaigns/runs/{runId}/{deed}`. */
  readonly operation: string;
  /** What the route's path named. */
  readonly subject: Readonly<Record<string, string>>;
  /** In which role: what they may do is looked up by nobody afterwards. */
  readonly person: { readonly sub: string; readonly name?: string; readonly role?: Role };
  /** What was answered: 2xx. */
  readonly status: number;
  readonly requestId: string;
  readonly correlationId: string;
}

/** Where it is kept who did what. */
export interface Deeds {
  /** Has been kept, or will be, when it resolves. */
  record(deed: Deed): Promise<void>;
}

/** What a handler of HTTP requests needs. */
export interface HttpEdge extends Edge {
  readonly deeds: Deeds;
}

/** Where a message goes that no retry can help. */
export interface DeadLetters {
  /** Puts the message with its reason into the queue's DLQ. Must have happened before the message is finished. */
  park(record: SQSRecord, reason: PermanentError): Promise<void>;
}

/** What a handler fed by a queue needs. */
export interface QueueEdge extends Edge {
  readonly deadLetters: DeadLetters;
}
