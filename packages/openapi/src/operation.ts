import type * as z from 'zod/mini';

/** Who may ask for it: roles from the least to the most, each includes those before it. Public routes are for anyone. */
export type Permission = 'anyone' | 'viewer' | 'author' | 'sender' | 'administrator';

type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'DELETE';

/** An answer to what went well. */
export interface AnswerShape {
  /** Of the body; an answer without one has none. */
  readonly schema?: z.ZodMiniType;
  /** `application/json` unless told. */
  readonly contentType?: string;
  /** Whether it carries the version of what it shows, for `If-Match` of a later change. */
  readonly etag?: boolean;
  readonly description?: string;
}

/** One route of a service, as its handler reads requests and answers them. */
export interface Operation {
  /** The name of the function; where a function has several routes, begins with it. */
  readonly operationId: string;
  readonly route: `${Method} /${string}`;
  readonly role: Permission;
  readonly summary: string;
  readonly path?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** `application/json` unless told. */
  readonly bodyType?: string;
  /** Whether a change must, or may, say which version it is based on. */
  readonly ifMatch?: 'required' | 'optional';
  /** What went well, by status; and what did not, where that is no problem+json because a standard words it otherwise. */
  readonly answers: Readonly<Record<number, AnswerShape>>;
  /** The codes of the problems of its own, by status. What every route may answer (400, 401, 403, 500) is added. */
  readonly problems?: Readonly<Record<number, readonly string[]>>;
}

/** Everything that a service offers over HTTP. */
export interface Api {
  /** Its short name: `campaigns`. */
  readonly service: string;
  readonly description: string;
  /** Schemas that several operations share, by the names that clients see. */
  readonly schemas: Readonly<Record<string, z.ZodMiniType>>;
  readonly operations: readonly Operation[];
}
