import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';
import * as z from 'zod/mini';

import { httpHandler } from '../http-handler.ts';

const route = 'PUT /api/things/{id}';
const given = { route, path: { id: 'a' } };

const setUp = () => {
  const seen: (string | undefined)[] = [];
  const handler = httpHandler(
    {
      role: 'author',
      path: z.object({ id: z.string().check(z.regex(/^[a-z]+$/)) }),
      handle: async ({ caller }) => {
        seen.push(caller);
        return { status: 200 };
      },
    },
    recordingEdge(),
  );
  return { seen, ask: (event: ReturnType<typeof httpEvent>) => handler(event, lambdaContext) };
};
const bodyOf = ({ body = '' }: { readonly body?: string | undefined }): unknown => JSON.parse(body);

describe('a route', () => {
  it('knows nobody on a public route, whatever the event says', async () => {
    const callers: (string | undefined)[] = [];
    const handle = async ({ caller }: { readonly caller: string | undefined }) => {
      callers.push(caller);
      return { status: 204 };
    };

    await httpHandler({ role: 'anyone', handle }, recordingEdge())(httpEvent({ route }), lambdaContext);

    expect(callers).toEqual([undefined]);
  });

  it.each([
    { who: { role: 'author' }, status: 200 },
    { who: { role: 'administrator' }, status: 200 },
    { who: { role: 'viewer' }, status: 403 },
    { who: { role: null }, status: 403 },
    { who: { caller: null }, status: 401 },
  ] as const)('answers $status to $who where an author is asked for', async ({ who, status }) => {
    const { ask, seen } = setUp();

    const answer = await ask(httpEvent({ ...given, ...who }));

    expect(answer.statusCode).toBe(status);
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
  });

  it.each([
    { route: 'GET /api/audience/lists', services: 'audience', status: 200 },
    { route: 'GET /api/audience/lists/{listId}', services: 'campaigns audience', status: 200 },
    { route: 'GET /api/audience/lists', services: '[campaigns audience]', status: 200 },
    { route: 'GET /api/campaigns/runs/{runId}', services: 'audience', status: 403 },
    { route: 'GET /api/audience-like/lists', services: 'audience', status: 403 },
    { route: 'GET /api/audience', services: 'audienc', status: 403 },
    { route: 'GET /elsewhere', services: 'elsewhere', status: 403 },
    { route: '$default', services: 'audience', status: 403 },
    { route: 'GET /api/audience/lists', services: '', status: 403 },
    { route: 'GET /api/audience/lists', services: undefined, status: 200 },
  ])('answers $status to a token for "$services" at $route', async ({ route: asked, services, status }) => {
    const handler = httpHandler({ role: 'viewer', handle: async () => ({ status: 200 }) }, recordingEdge());

    const event = httpEvent({ route: asked, ...(services !== undefined && { services }) });

    expect((await handler(event, lambdaContext)).statusCode).toBe(status);
  });

  it('says which service a key is not for, before it speaks of roles', async () => {
    const { ask } = setUp();

    const answer = await ask(httpEvent({ ...given, services: 'audience feedback', role: null }));

    expect(bodyOf(answer)).toMatchObject({
      type: 'urn:bulkhead:problem:service_not_allowed',
      status: 403,
      values: { service: 'things', allowed: 'audience, feedback' },
    });
  });

  it('says which role is missing and who gives it, before it looks at the request', async () => {
    const { ask } = setUp();

    const answer = await ask(httpEvent({ ...given, path: { id: 'A1' }, role: 'viewer' }));

    expect(bodyOf(answer)).toEqual({
      type: 'urn:bulkhead:problem:role_missing',
      title: 'Forbidden',
      status: 403,
      detail: 'This needs the role author; yours is viewer. An administrator can give it to you.',
      values: { needed: 'author', has: 'viewer' },
    });
  });

  it('asks whoever is not signed in to sign in', async () => {
    const { ask } = setUp();

    const answer = await ask(httpEvent({ ...given, caller: null }));

    expect(answer).toMatchObject({ statusCode: 401, headers: { 'www-authenticate': 'Bearer' } });
    expect(bodyOf(answer)).toMatchObject({ type: 'urn:bulkhead:problem:caller_unknown', title: 'Unauthorized' });
  });
});
