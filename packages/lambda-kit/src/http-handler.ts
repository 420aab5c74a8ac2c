import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';

import type { Edge } from './edge.ts';
import { invocation } from './invocation.ts';
import type { Log } from './log.ts';
import { type FieldIssue, issuesOf, jsonOrUndefined } from './parse.ts';
import { type HttpAnswer, problem } from './problem.ts';

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
  readonly requestId: string;
  /** `x-correlation-id` of the caller where it is well-formed, else the request id. */
  readonly correlationId: string;
  readonly log: Log;
}

interface Route<Path extends z.ZodMiniType, Query extends z.ZodMiniType, Body extends z.ZodMiniType> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** Bytes; larger bodies are refused with 413 before they are parsed. */
  readonly maxBodyBytes: number;
  readonly handle: (request: HttpRequest<z.infer<Path>, z.infer<Query>, z.infer<Body>>) => Promise<HttpAnswer>;
}

const nothing = z.optional(z.unknown());
type Nothing = typeof nothing;

/** The default limit of a JSON body: 256 KiB. */
const MAX_BODY_BYTES = 262_144;
const CORRELATION_ID = /^[A-Za-z0-9._:-]{8,128}$/;

/**
 * Turns "answer one request" into a Lambda handler for HTTP API events (payload 2.0).
 *
 * Path, query and body meet their schemas first; what breaks them is answered as problem+json naming field and rule.
 * An unexpected error is answered as 500 with the request id and nothing else. Every answer carries `x-request-id` and `x-correlation-id`.
 */
export const httpHandler = <
  Path extends z.ZodMiniType = Nothing,
  Query extends z.ZodMiniType = Nothing,
  Body extends z.ZodMiniType = Nothing,
>(
  route: Pick<Route<Path, Query, Body>, 'handle'> & Partial<Route<Path, Query, Body>>,
  edge: Edge,
) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({ timeoutEarlyInMillis: 0 })
    .use(invocation(edge))
    .handler(async (event: APIGatewayProxyEventV2, context: Context) => {
      const requestId = event.requestContext?.requestId ?? context.awsRequestId;
      const given = event.headers?.['x-correlation-id'] ?? '';
      const correlationId = CORRELATION_ID.test(given) ? given : requestId;
      const log = edge.log.with({ requestId, correlationId });

      const answer = await answerTo(route, event, { requestId, correlationId, log }).catch((error: unknown) => {
        log.error('request_failed', {
          route: event.routeKey,
          error: error instanceof Error ? error.name : 'unknown',
          message: error instanceof Error ? error.message.replaceAll(/\S+@\S+/g, '[address]').slice(0, 300) : undefined,
        });
        edge.meters.count('RequestsFailed');
        return problem({
          status: 500,
          code: 'internal_error',
          detail: `Something went wrong on our side. Try again; if it stays, quote request ${requestId}.`,
        });
      });
      return render(answer, { 'x-request-id': requestId, 'x-correlation-id': correlationId });
    });

const answerTo = async <Path extends z.ZodMiniType, Query extends z.ZodMiniType, Body extends z.ZodMiniType>(
  route: Pick<Route<Path, Query, Body>, 'handle'> & Partial<Route<Path, Query, Body>>,
  event: APIGatewayProxyEventV2,
  about: Pick<HttpRequest<unknown, unknown, unknown>, 'requestId' | 'correlationId' | 'log'>,
): Promise<HttpAnswer> => {
  const limit = route.maxBodyBytes ?? MAX_BODY_BYTES;
  const rawBody = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  if (Buffer.byteLength(rawBody) > limit) {
    return problem({ status: 413, code: 'body_too_large', detail: `The body may be at most ${limit} bytes.` });
  }

  const path = z.safeParse(route.path ?? nothing, event.pathParameters ?? {});
  const query = z.safeParse(route.query ?? nothing, event.queryStringParameters ?? {});
  const body = z.safeParse(route.body ?? nothing, route.body && jsonOrUndefined(rawBody));
  if (!path.success) return malformed('path', issuesOf(path.error));
  if (!query.success) return malformed('query', issuesOf(query.error));
  if (!body.success) return malformed('body', issuesOf(body.error));

  return route.handle({
    ...about,
    path: z.parse(route.path ?? nothing, path.data) as z.infer<Path>,
    query: query.data as z.infer<Query>,
    body: body.data as z.infer<Body>,
    headers: event.headers ?? {},
    rawBody,
    caller: subjectOf(event),
  });
};

const malformed = (part: string, errors: readonly FieldIssue[]): HttpAnswer =>
  problem({
    status: 400,
    code: 'request_malformed',
    detail: `The ${part} of the request is not valid: ${errors.map(({ field, rule }) => `${field}: ${rule}`).join('; ')}`,
    errors,
  });

const subjectOf = (event: APIGatewayProxyEventV2): string | undefined => {
  const context: unknown = event.requestContext;
  const found = z.safeParse(
    z.object({ authorizer: z.object({ jwt: z.object({ claims: z.object({ sub: z.string() }) }) }) }),
    context,
  );
  return found.success ? found.data.authorizer.jwt.claims.sub : undefined;
};

const render = (
  { status, body, contentType = 'application/json', headers }: HttpAnswer,
  ids: Readonly<Record<string, string>>,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(body !== undefined && { 'content-type': `${contentType}; charset=utf-8` }),
    ...headers,
    ...ids,
  },
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
});
