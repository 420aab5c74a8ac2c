import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod/mini';

import { refusalFor } from './access/admit.ts';
import { callerOf } from './access/caller.ts';
import type { Access } from './access/role.ts';
import { CursorUnreadable, cursorUnreadable } from './cursor.ts';
import { describeError } from './describe-error.ts';
import type { HttpEdge } from './edge.ts';
import { type HttpRequest, headersOf, type RequestSchemas, readRequest } from './http-request.ts';
import { invocation } from './invocation.ts';
import { type HttpAnswer, problem } from './problem.ts';
import { recordDeed } from './record-deed.ts';
import { say } from './words/kit-sentences.ts';

interface Route<Path extends z.ZodMiniType, Query extends z.ZodMiniType, Body extends z.ZodMiniType>
  extends RequestSchemas<Path, Query, Body> {
  /** The least role that may call; `anyone` for public routes, which know no caller. */
  readonly role: Access;
  readonly handle: (request: HttpRequest<z.infer<Path>, z.infer<Query>, z.infer<Body>>) => Promise<HttpAnswer>;
}

const nothing = z.optional(z.unknown());
type Nothing = typeof nothing;

const CORRELATION_ID = /^[A-Za-z0-9._:-]{8,128}$/;

/**
 * Turns "answer one request" into a Lambda handler for HTTP API events (payload 2.0).
 *
 * Whoever lacks the role, or shows a token for other services, is answered 403, whoever is not signed in 401. Then path, query and body meet their schemas; what breaks them is answered as problem+json naming field and rule.
 * What somebody has changed is recorded with their name before they are answered ({@link recordDeed}).
 * A cursor that {@link openCursor} cannot open is answered as 400. An unexpected error is answered as 500 with the request id and nothing else. Every answer carries `x-request-id` and `x-correlation-id`.
 * @example
 * httpHandler({ role: 'viewer', path: z.object({ runId: id() }), handle: async ({ path }) => ({ status: 200, body: await report(path.runId) }) }, edge);
 */
export const httpHandler = <
  Path extends z.ZodMiniType = Nothing,
  Query extends z.ZodMiniType = Nothing,
  Body extends z.ZodMiniType = Nothing,
>(
  route: Route<Path, Query, Body>,
  edge: HttpEdge,
) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({ timeoutEarlyInMillis: 0 })
    .use(invocation(edge))
    .handler(async (event: APIGatewayProxyEventV2, context: Context) => {
      const headers = headersOf(event);
      const requestId = event.requestContext?.requestId ?? context.awsRequestId;
      const given = headers['x-correlation-id'] ?? '';
      const correlationId = CORRELATION_ID.test(given) ? given : requestId;
      const log = edge.log.with({ requestId, correlationId });
      // Where nobody verified a token nobody is known, whatever the event says.
      const caller = route.role === 'anyone' ? undefined : callerOf(event);

      const answer = async (): Promise<HttpAnswer> => {
        const refusal = refusalFor({ access: route.role, routeKey: event.routeKey }, caller);
        if (refusal !== undefined) return refusal;
        const who = { caller: caller?.sub, callerName: caller?.name, callerRole: caller?.role };
        const reading = readRequest(route, event, { headers, requestId, correlationId, log, ...who });
        if (!reading.ok) return reading.answer;
        const done = await route.handle(reading.request);
        const leftMs = context.getRemainingTimeInMillis();
        return recordDeed(
          { event, access: route.role, caller, answer: done, requestId, correlationId, log, leftMs },
          edge,
        );
      };
      const answered = await answer().catch((error: unknown) => {
        if (error instanceof CursorUnreadable) return cursorUnreadable();
        log.error('request_failed', { route: event.routeKey, ...describeError(error) });
        edge.meters.count('RequestsFailed');
        return internalError(requestId);
      });
      return render(answered, { 'x-request-id': requestId, 'x-correlation-id': correlationId });
    });

const internalError = (requestId: string): HttpAnswer =>
  problem({ status: 500, ...say('internal_error', { requestId }) });

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
