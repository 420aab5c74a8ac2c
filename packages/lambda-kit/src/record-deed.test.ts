import { httpEvent, lambdaContext, lambdaContextWith, recordingEdge } from '@bulkhead/testing';

import type { Access } from './access/role.ts';
import { httpHandler } from './http-handler.ts';
import { type HttpAnswer, problem } from './problem.ts';

const route = 'POST /api/campaigns/runs/{runId}/{deed}';
const asked = { route, path: { runId: 'run_1', deed: 'hold' } };

const setUp = (role: Access = 'sender', answer: HttpAnswer = { status: 202 }) => {
  const edge = recordingEdge();
  const handler = httpHandler({ role, handle: async () => answer }, edge);
  return { edge, ask: (event: ReturnType<typeof httpEvent>) => handler(event, lambdaContext) };
};

describe('the record of who did what', () => {
  it('names person and role, route and what the path named', async () => {
    const { edge, ask } = setUp();

    await ask(httpEvent({ ...asked, role: 'sender', headers: { 'x-correlation-id': 'order-4711' } }));

    expect(edge.recordedDeeds).toEqual([
      {
        at: expect.any(Date),
        operation: route,
        subject: { runId: 'run_1', deed: 'hold' },
        person: { sub: 'somebody', role: 'sender' },
        status: 202,
        requestId: 'request-1',
        correlationId: 'order-4711',
      },
    ]);
  });

  it('names what the answer says is new', async () => {
    const { edge, ask } = setUp('sender', { status: 201, body: { listId: 'lst_1', name: 'Friends', id: 7 } });

    await ask(httpEvent({ route: 'POST /api/audience/lists' }));

    expect(edge.recordedDeeds).toMatchObject([{ subject: { listId: 'lst_1' } }]);
  });

  it('leaves out what may be an address', async () => {
    const { edge, ask } = setUp();

    await ask(httpEvent({ ...asked, path: { runId: 'min@example.com', deed: 'hold' } }));

    expect(edge.recordedDeeds).toMatchObject([{ subject: { deed: 'hold' } }]);
    expect(JSON.stringify(edge.recordedDeeds)).not.toContain('min@example.com');
  });

  it.each([
    ['reads', setUp(), { route: 'GET /api/things' }],
    ['asks as HEAD', setUp(), { route: 'HEAD /api/things' }],
    ['looks at a preview', setUp('viewer'), asked],
    ['is nobody we know', setUp('anyone'), asked],
    ['may not', setUp(), { ...asked, role: 'author' as const }],
    ['was refused', setUp('sender', problem({ status: 409, code: 'late', detail: 'Too late.' })), asked],
  ])('says nothing of whoever %s', async (_, { edge, ask }, event) => {
    await ask(httpEvent(event));

    expect(edge.recordedDeeds).toEqual([]);
  });

  it('that cannot be written is a failure that says that the deed was done', async () => {
    const edge = recordingEdge();
    const deeds = { record: () => Promise.reject(new Error('SQS is away')) };
    const handler = httpHandler({ role: 'sender', handle: async () => ({ status: 202 }) }, { ...edge, deeds });

    const answer = await handler(httpEvent(asked), lambdaContext);

    expect(answer).toMatchObject({ statusCode: 500, body: expect.stringContaining('done_but_not_recorded') });
    expect(answer.body).toContain('request-1');
    expect(edge.lines).toMatchObject([
      { level: 'error', code: 'deed_not_recorded', fields: { route, runId: 'run_1', caller: 'somebody' } },
    ]);
    expect(edge.meterings.get('DeedsNotRecorded')).toBe(1);
  });

  it('is not waited for until the function itself runs out of time, which would tell nobody', async () => {
    const edge = recordingEdge();
    const deeds = { record: () => new Promise<void>(() => {}) };
    const handler = httpHandler({ role: 'sender', handle: async () => ({ status: 202 }) }, { ...edge, deeds });

    const answer = await handler(httpEvent(asked), lambdaContextWith({ getRemainingTimeInMillis: () => 900 }));

    expect(answer).toMatchObject({ statusCode: 500, body: expect.stringContaining('done_but_not_recorded') });
    expect(edge.lines).toMatchObject([{ code: 'deed_not_recorded', fields: { code: 'deed_late' } }]);
    expect(edge.meterings.get('DeedsNotRecorded')).toBe(1);
  });

  it('takes no more of a name of somebody than the log can keep', async () => {
    const { edge, ask } = setUp();

    await ask(httpEvent({ ...asked, caller: 's'.repeat(300) }));

    expect(edge.recordedDeeds).toMatchObject([{ person: { sub: 's'.repeat(256) } }]);
  });
});
