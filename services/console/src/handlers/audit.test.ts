import { httpEvent, lambdaContext, recordingEdge, sqsEvent } from '@bulkhead/testing';

import { InMemoryDeedLog } from '../testing/in-memory-deed-log.ts';
import { listDeeds } from './list-deeds.ts';
import { onRecordDeed } from './on-record-deed.ts';

const deed = (n: number) => ({
  at: `2026-11-22T10:00:0${n}.000Z`,
  service: 'campaigns',
  operation: 'POST /api/campaigns/runs/{runId}/{deed}',
  subject: { runId: 'run_1', deed: 'hold' },
  person: { sub: 'sena', name: 'Sena Sender', ...(n !== 3 && { role: 'sender' }) },
  status: 202,
  requestId: `request-${n}`,
});

const messageOf = (n: number) => ({
  specversion: '1.0',
  id: `deed:request-${n}`,
  source: '/bulkhead/campaigns',
  type: 'record_deed.v1',
  time: deed(n).at,
  datacontenttype: 'application/json',
  correlationid: `request-${n}`,
  data: deed(n),
});

const setUp = () => {
  const [edge, deeds] = [recordingEdge(), new InMemoryDeedLog()];
  const list = listDeeds(deeds, edge);
  const ask = async (query: Readonly<Record<string, string>>, role: 'administrator' | 'sender' = 'administrator') => {
    const answer = await list(httpEvent({ route: 'GET /api/console/audit', query, role }), lambdaContext);
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '') };
  };
  return {
    edge,
    ask,
    hear: (...messages: readonly unknown[]) => onRecordDeed(deeds, edge)(sqsEvent(...messages), lambdaContext),
  };
};

describe('the audit log', () => {
  it('tells what it was told, newest first, page by page', async () => {
    const { ask, hear } = setUp();
    await hear(messageOf(1), messageOf(3), messageOf(2));

    const first = await ask({ limit: '2' });
    const second = await ask({ limit: '2', cursor: first.body.cursor });

    expect(first.body).toEqual({ items: [deed(3), deed(2)], cursor: expect.any(String) });
    expect(second.body).toEqual({ items: [deed(1)] });
  });

  it('keeps a deed once that it hears of twice', async () => {
    const { ask, hear } = setUp();

    await hear(messageOf(1));
    await hear(messageOf(1));

    expect((await ask({})).body.items).toEqual([deed(1)]);
  });

  it('begins where it is asked to', async () => {
    const { ask, hear } = setUp();
    await hear(messageOf(1), messageOf(2));

    const answer = await ask({ from: '2026-11-22T10:00:02Z' });

    expect(answer.body.items).toEqual([deed(2)]);
  });

  it.each([{ from: 'yesterday' }, { limit: '0' }, { limit: '101' }, { cursor: 'guessed' }])(
    'refuses %j',
    async (query) => {
      const { ask } = setUp();

      expect((await ask(query)).status).toBe(400);
    },
  );

  it('is for administrators', async () => {
    const { ask } = setUp();

    expect(await ask({}, 'sender')).toMatchObject({ status: 403, body: { type: 'urn:bulkhead:problem:role_missing' } });
  });

  it('parks what it cannot read', async () => {
    const { edge, hear } = setUp();

    await hear({ ...messageOf(1), data: { ...deed(1), person: {} } });

    expect(edge.parked).toEqual(['message_malformed']);
  });
});
