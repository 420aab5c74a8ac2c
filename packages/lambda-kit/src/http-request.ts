import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';

import type { Role } from './access/role.ts';
import type { Log } from './log.ts';
import { type FieldIssue, issueOf, issuesOf, jsonOrUndefined } from './parse.ts';
import { type HttpAnswer, problem } from './problem.ts';
import { say } from './words/kit-sentences.ts';

/** A request whose every part has met its schema. */
export interface HttpRequest<Path, Query, Body> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body as it came, decoded; for handlers that declare no `body` schema. */
  readonly rawBody: string;
  /** The `sub` of a verified token; undefined on public routes. */
  readonly caller: string | undefined;
  /** What the token calls them, unless that is an address. */
  readonly callerName: string | undefined;
  /** What they may do: at least what the route demands; undefined on public routes. */
  readonly callerRole: Role | undefined;
  /** The address on the internet that asked: the last proxy's if there is one. Personal data: never log it. */
  readonly peer: string;
  readonly requestId: string;
  /** `x-correlation-id` of the caller where it is well-formed, else the request id. */
  readonly correlationId: string;
  readonly log: Log;
}

/** What a route demands of the parts of a request. A part without a schema is not looked at. */
export interface RequestSchemas<Path extends z.ZodMiniType, Query extends z.ZodMiniType, Body extends z.ZodMiniType> {
  readonly path?: Path;
  readonly query?: Query;
  readonly body?: Body;
  /** Bytes; larger bodies are refused with 413 before they are parsed. 256 KiB unless told. */
  readonly maxBodyBytes?: number;
}

const MAX_BODY_BYTES = 262_144;

type Known = Pick<
  HttpRequest<unknown, unknown, unknown>,
  'requestId' | 'correlationId' | 'log' | 'headers' | 'caller' | 'callerName' | 'callerRole'
>;
type Reading<Path, Query, Body> =
  | { readonly ok: true; readonly request: HttpRequest<Path, Query, Body> }
  | { readonly ok: false; readonly answer: HttpAnswer };

/** Holds every part of a request against its schema. The first part that breaks it is answered for, with all its fields. */
export const readRequest = <Path extends z.ZodMiniType, Query extends z.ZodMiniType, Body extends z.ZodMiniType>(
  schemas: RequestSchemas<Path, Query, Body>,
  event: APIGatewayProxyEventV2,
  known: Known,
): Reading<z.infer<Path>, z.infer<Query>, z.infer<Body>> => {
  const rawBody = bodyOf(event);
  const limit = schemas.maxBodyBytes ?? MAX_BODY_BYTES;
  if (Buffer.byteLength(rawBody) > limit) return refuse(tooLarge(limit));

  const path = read('path', schemas.path, event.pathParameters ?? {});
  if (!path.ok) return path;
  const query = read('query', schemas.query, event.queryStringParameters ?? {});
  if (!query.ok) return query;
  const body = readBody(schemas.body, rawBody);
  if (!body.ok) return body;

  const parts = { path: path.data, query: query.data, body: body.data };
  return { ok: true, request: { ...known, ...parts, rawBody, peer: peerOf(event) } };
};

/** Names of headers in lower case: API Gateway writes them so, but not everything that stands in for it does. */
export const headersOf = ({ headers }: Partial<APIGatewayProxyEventV2>): Known['headers'] =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));

type Part<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly answer: HttpAnswer };

/** A part without a schema stays what it is, whatever that be. */
function read<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema | undefined,
  value: unknown,
): Part<z.infer<Schema>>;
function read(name: string, schema: z.ZodMiniType | undefined, value: unknown): Part<unknown> {
  if (schema === undefined) return { ok: true, data: value };
  const result = z.safeParse(schema, value);
  return result.success ? { ok: true, data: result.data } : refuse(malformed(name, issuesOf(result.error)));
}

/** No body at all is for the schema to judge; a body must be JSON, and its texts such as a store can keep. */
const readBody = <Schema extends z.ZodMiniType>(schema: Schema | undefined, rawBody: string): Part<z.infer<Schema>> => {
  const json = jsonOrUndefined(rawBody);
  if (schema !== undefined && rawBody !== '' && json === undefined) {
    return refuse(malformed('body', [issueOf('(root)', say('not_json'))]));
  }
  const body = read('body', schema, json);
  const halves = schema !== undefined && body.ok ? halvesIn(body.data, []) : [];
  return halves.length === 0 ? body : refuse(malformed('body', halves));
};

/** JSON can say half of a character that takes two code units (`"\ud83d"`), and no store of ours can keep it. */
const halvesIn = (value: unknown, path: readonly string[]): readonly FieldIssue[] => {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [halfIn(path)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = [...path, name.toWellFormed()];
    return name.isWellFormed() ? halvesIn(inner, place) : [halfIn(place)];
  });
};

const halfIn = (path: readonly string[]): FieldIssue => issueOf(path.join('.') || '(root)', say('half_a_character'));

const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;

const refuse = (answer: HttpAnswer) => ({ ok: false, answer }) as const;

const tooLarge = (limit: number): HttpAnswer => problem({ status: 413, ...say('body_too_large', { most: limit }) });

const malformed = (part: string, errors: readonly FieldIssue[]): HttpAnswer => {
  const wrong = errors.map(({ field, rule }) => `${field}: ${rule}`).join('; ');
  const said = say('request_malformed', { part });
  return problem({ status: 400, ...said, detail: `${said.detail} ${wrong}`, errors });
};

const peerOf = ({ requestContext }: Partial<APIGatewayProxyEventV2>): string => requestContext?.http?.sourceIp ?? '';
