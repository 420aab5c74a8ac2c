import * as z from 'zod/mini';

import { instant, text } from './primitives.ts';

/** Who says something. The `source` of a message is `/bulkhead/<service>`. */
export const services = ['campaigns', 'audience', 'dispatch', 'feedback', 'console'] as const;
export type Service = (typeof services)[number];

/**
 * Wraps a payload in the envelope of every message: CloudEvents 1.0 attributes in structured JSON, with two extensions,
 * `correlationid` (copied along a chain) and `causationid` (the id of the message being handled). Unknown fields are ignored.
 */
export const defineMessage = <Type extends `${string}.v${number}`, Data extends z.ZodMiniType>(
  type: Type,
  data: Data,
) =>
  z.object({
    specversion: z.literal('1.0'),
    id: text(256),
    source: text(64),
    type: z.literal(type),
    subject: z.optional(text(256)),
    time: instant(),
    datacontenttype: z.literal('application/json'),
    dataschema: z.optional(text(256)),
    correlationid: text(128),
    causationid: z.optional(text(256)),
    data,
  });

/** What made a message: the chain it belongs to and the message that led to it. */
export interface Cause {
  readonly correlationId: string;
  readonly causationId?: string;
}

/** Any message, as far as the envelope tells. */
export interface Message<Type extends string = string, Data = unknown> {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: Type;
  readonly subject?: string | undefined;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema?: string | undefined;
  readonly correlationid: string;
  readonly causationid?: string | undefined;
  readonly data: Data;
}

interface Said<Type extends string, Data> {
  /** Derived from what happened (`<runId>:wave:7:finished`), never random: publishing twice is publishing once. */
  readonly id: string;
  readonly type: Type;
  readonly source: Service;
  readonly subject?: string;
  readonly time: Date;
  readonly cause: Cause;
  readonly data: Data;
}

/**
 * Builds a message.
 * @example
 * message({ id: `${runId}:started`, type: 'campaign_run.started.v1', source: 'campaigns', subject: runId, time, cause, data })
 */
export const message = <Type extends string, Data>(said: Said<Type, Data>): Message<Type, Data> => ({
  specversion: '1.0',
  id: said.id,
  source: `/bulkhead/${said.source}`,
  type: said.type,
  ...(said.subject !== undefined && { subject: said.subject }),
  time: said.time.toISOString(),
  datacontenttype: 'application/json',
  dataschema: `urn:bulkhead:schema:${said.type}`,
  correlationid: said.cause.correlationId,
  ...(said.cause.causationId !== undefined && { causationid: said.cause.causationId }),
  data: said.data,
});

/** The cause of everything that handling this message brings about. */
export const causedBy = ({ id, correlationid }: Pick<Message, 'id' | 'correlationid'>): Cause => ({
  correlationId: correlationid,
  causationId: id,
});
