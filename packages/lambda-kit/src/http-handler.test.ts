import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';
import * as z from 'zod/mini';

import { openCursor } from './cursor.ts';
import { httpHandler } from './http-handler.ts';
import type { HttpRequest } from './http-request.ts';
import { problem } from './problem.ts';

const Path = z.object({ id: z.string().check(z.regex(/^[a-z]+$/)) });
const Query = z.object({ limit: z._default(z.pipe(z.coerce.number(), z.int()), 10) });
const Body = z.object({ name: z.string().check(z.minLength(1)) });
const route = 'PUT /api/things/{id}';
const given = { route, path: { id: 'a' }, body: { name: 'Hello' } };

type Seen = HttpRequest<z.infer<typeof Path>, z.infer<typeof Query>, z.infer<typeof Body>>;

const setUp = () => {
  const edge = recordingEdge();
  const seen: Seen[] = [];
  const handler = httpHandler(
    {
      role: 'author',
      path: Path,
      query: Query,
      body: Body,
      maxBodyBytes: 40,
      handle: async (request) => {
        seen.push(request);
        return { status: 200, body: { name: request.body.name }, headers: { etag: '"1"' } };
      },
    },
    edge,
  );
  return { edge, seen, ask: (event: ReturnType<typeof httpEvent>) => handler(event, lambdaContext) };
};
const bodyOf = ({ body = '' }: { readonly body?: string | undefined }): unknown => JSON.parse(body);

describe('httpHandler', () => {
  it('hands over what has met its schema, and answers JSON', async () => {
    const { ask, seen } = setUp();

    const answer = await ask(httpEvent(given));

    expect(seen).toMatchObject([
      {
        path: { id: 'a' },
        query: { limit: 10 },
        body: { name: 'Hello' },
        caller: 'somebody',
        callerRole: 'administrator',
        requestId: 'request-1',
      },
    ]);
    expect(answer).toMatchObject({
      statusCode: 200,
      body: '{"name":"Hello"}',
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', etag: '"1"' },
    });
  });

  it.each([
    { part: 'path', event: { ...given, path: { id: 'A1' } }, field: 'id', rule: /must have the form/ },
    { part: 'query', event: { ...given, query: { limit: 'ten' } }, field: 'limit', rule: /must be a number/ },
    { part: 'body', event: { ...given, body: { name: '' } }, field: 'name', rule: /must not be empty/ },
    { part: 'body', event: { ...given, body: '{"name":' }, field: '(root)', rule: /must be JSON/ },
    { part: 'body', event: { route, path: { id: 'a' } }, field: '(root)', rule: /is missing/ },
    { part: 'body', event: { ...given, body: '{"name":"\\ud83d"}' }, field: 'name', rule: /half a character/ },
  ])('answers a broken $part with the field and the rule ($field)', async ({ part, event, field, rule }) => {
    const { ask, seen } = setUp();

    const answer = await ask(httpEvent(event));

    expect(answer).toMatchObject({
      statusCode: 400,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    });
    expect(bodyOf(answer)).toEqual({
      type: 'urn:bulkhead:problem:request_malformed',
      title: 'Bad request',
      status: 400,
      detail: expect.stringContaining(`The ${part} of the request is not valid: ${field}: `),
      values: { part },
      errors: [expect.objectContaining({ field, rule: expect.stringMatching(rule), code: expect.any(String) })],
    });
    expect(seen).toEqual([]);
  });

  it('refuses a body over the limit before it is parsed, counting bytes and not characters', async () => {
    const { ask } = setUp();

    const fits = await ask(httpEvent({ ...given, body: JSON.stringify({ name: 'x'.repeat(29) }) }));
    const korean = await ask(httpEvent({ ...given, body: JSON.stringify({ name: '가'.repeat(12) }) }));

    expect(fits).toMatchObject({ statusCode: 200 });
    expect(korean).toMatchObject({ statusCode: 413, body: expect.stringContaining('at most 40 bytes') });
  });

  it('reads a body that API Gateway encoded', async () => {
    const { ask, seen } = setUp();
    const body = Buffer.from('{"name":"민준"}').toString('base64');

    await ask({ ...httpEvent({ ...given, body }), isBase64Encoded: true });

    expect(seen).toMatchObject([{ body: { name: '민준' }, rawBody: '{"name":"민준"}' }]);
  });

  it('lets a route without a body schema have the body as it came', async () => {
    const raw: string[] = [];
    const handle = async ({ rawBody }: { readonly rawBody: string }) => {
      raw.push(rawBody);
      return { status: 204 };
    };

    const event = httpEvent({ route, body: 'List-Unsubscribe=One-Click', caller: null });
    const answer = await httpHandler({ role: 'anyone', handle }, recordingEdge())(event, lambdaContext);

    expect(raw).toEqual(['List-Unsubscribe=One-Click']);
    expect(answer).toMatchObject({ statusCode: 204 });
    expect(answer).not.toHaveProperty('body');
  });

  it.each([
    { header: 'x-correlation-id', value: 'order-4711', correlationId: 'order-4711' },
    { header: 'X-Correlation-Id', value: 'order-4711', correlationId: 'order-4711' },
    { header: 'x-correlation-id', value: 'two words', correlationId: 'request-1' },
    { header: 'x-other', value: 'order-4711', correlationId: 'request-1' },
  ])('takes $header: $value as $correlationId', async ({ header, value, correlationId }) => {
    const { ask, seen } = setUp();

    const answer = await ask(httpEvent({ ...given, headers: { [header]: value } }));

    expect(seen).toMatchObject([{ correlationId }]);
    expect(answer).toMatchObject({ headers: { 'x-correlation-id': correlationId, 'x-request-id': 'request-1' } });
  });

  it('answers what nobody expected with the request id and nothing else, and logs it without addresses', async () => {
    const edge = recordingEdge();
    const failing = httpHandler(
      { role: 'viewer', handle: () => Promise.reject(new TypeError('No row for min@example.com in table')) },
      edge,
    );

    const answer = await failing(httpEvent({ route }), lambdaContext);

    expect(answer).toMatchObject({ statusCode: 500, headers: { 'x-request-id': 'request-1' } });
    expect(answer).toHaveProperty('body', expect.stringContaining('request-1'));
    expect(answer).toHaveProperty('body', expect.not.stringContaining('table'));
    expect(edge.lines).toEqual([
      {
        level: 'error',
        code: 'request_failed',
        fields: {
          requestId: 'request-1',
          correlationId: 'request-1',
          route,
          error: 'TypeError',
          reason: 'No row for [address] in table',
        },
      },
    ]);
    expect(edge.meterings.get('RequestsFailed')).toBe(1);
    expect(edge.flushes).toHaveLength(1);
  });

  it('passes a problem of the handler on, with its headers', async () => {
    const refusing = httpHandler(
      {
        role: 'viewer',
        handle: async () => problem({ status: 412, code: 'stale', detail: 'Read it again.', headers: { etag: '"2"' } }),
      },
      recordingEdge(),
    );

    const answer = await refusing(httpEvent({ route }), lambdaContext);

    expect(answer).toMatchObject({ statusCode: 412, headers: { etag: '"2"' } });
    expect(bodyOf(answer)).toEqual({
      type: 'urn:bulkhead:problem:stale',
      title: 'Precondition failed',
      status: 412,
      detail: 'Read it again.',
    });
  });

  it('sends text of another type as it is', async () => {
    const page = httpHandler(
      { role: 'viewer', handle: async () => ({ status: 200, contentType: 'text/html', body: '<p>Bye</p>' }) },
      recordingEdge(),
    );

    const answer = await page(httpEvent({ route }), lambdaContext);

    expect(answer).toMatchObject({ body: '<p>Bye</p>', headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
});

it('answers a cursor that is none of ours as 400, and does not call it a failure', async () => {
  const edge = recordingEdge();
  const list = httpHandler(
    { role: 'viewer', handle: async () => ({ status: 200, body: openCursor(z.object({ sk: z.string() }), 'mine') }) },
    edge,
  );

  const answer = await list(httpEvent({ route: 'GET /api/things' }), lambdaContext);

  expect([answer.statusCode, bodyOf(answer)]).toMatchObject([
    400,
    { type: 'urn:bulkhead:problem:cursor_unreadable', errors: [{ field: 'cursor' }] },
  ]);
  expect(edge.codes).toEqual([]);
});
