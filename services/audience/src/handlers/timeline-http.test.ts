import { bounceWords } from '@bulkhead/contracts';
import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import type { GetTimeline } from '../application/timeline/get-timeline.ts';
import type { Happening } from '../domain/timeline.ts';
import { getTimeline } from './get-timeline.ts';

const contactId = 'AAAAAAAAAAAAAAAAAAAAAA';
const at = '2026-11-21T10:00:00.000Z';
const scope = { kind: 'list', listId: 'lst_1' } as const;
const about = { contactId, scope, at };

const ask = async (get: GetTimeline, query: Record<string, string> = {}) => {
  const route = 'GET /api/audience/contacts/{contactId}/timeline';
  const answer = await getTimeline(get, recordingEdge())(
    httpEvent({ route, path: { contactId }, query }),
    lambdaContext,
  );
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') };
};

it.each<[Happening, object]>([
  [
    { kind: 'joined', at, listId: 'lst_1', by: 'imp_1' },
    { kind: 'joined', at, listId: 'lst_1', importId: 'imp_1' },
  ],
  [
    { kind: 'joined', at, listId: 'lst_1', by: 'frm_1' },
    { kind: 'joined', at, listId: 'lst_1', formId: 'frm_1' },
  ],
  [
    { kind: 'joined', at, listId: 'lst_1', by: undefined },
    { kind: 'joined', at, listId: 'lst_1' },
  ],
  [
    { kind: 'opened', at: '2026-11-21' },
    { kind: 'opened', at: '2026-11-21' },
  ],
  [
    { kind: 'edited', at, fields: ['name'], member: 'grace' },
    { kind: 'edited', at, fields: ['name'], member: 'grace' },
  ],
  [
    {
      kind: 'consent',
      at,
      entry: {
        said: { ...about, isSuppressed: true, reason: 'unsubscribed' },
        evidence: { by: 'contact', how: 'page', words: 'Leave?' },
      },
    },
    { kind: 'left', at, scope, reason: 'unsubscribed', by: 'contact', how: 'page', words: 'Leave?' },
  ],
  [
    { kind: 'consent', at, entry: { said: { ...about, isSuppressed: false } } },
    { kind: 'returned', at, scope },
  ],
  [
    { kind: 'consent', at, entry: { said: { ...about, isSuppressed: true, reason: 'hard_bounce' } } },
    { kind: 'bounced', at, scope, reason: 'hard_bounce' },
  ],
  [
    { kind: 'soft_bounced', at, runId: 'run_1', category: 'mailbox_full' },
    { kind: 'soft_bounced', at, runId: 'run_1', category: 'mailbox_full', meaning: bounceWords.mailbox_full },
  ],
  [
    { kind: 'soft_bounced', at, runId: 'run_1', category: 'a_later_word' },
    { kind: 'soft_bounced', at, runId: 'run_1', category: 'a_later_word', meaning: bounceWords.unknown },
  ],
  [
    {
      kind: 'consent',
      at,
      entry: {
        said: { ...about, isSuppressed: true, reason: 'hard_bounce' },
        evidence: { by: 'mailbox', how: 'bounce', runId: 'run_1', category: 'mailbox_full', inARow: 5 },
      },
    },
    {
      kind: 'bounced',
      at,
      scope,
      reason: 'hard_bounce',
      by: 'mailbox',
      how: 'bounce',
      runId: 'run_1',
      category: 'mailbox_full',
      meaning: bounceWords.mailbox_full,
      inARow: 5,
    },
  ],
  [
    { kind: 'consent', at, entry: { said: { ...about, isSuppressed: true, reason: 'complaint' } } },
    { kind: 'complained', at, scope, reason: 'complaint' },
  ],
])('shows %j', async (happening, shown) => {
  expect((await ask(async () => ({ items: [happening] }))).body).toEqual({ items: [shown] });
});

it('goes on where its cursor says', async () => {
  const asked: (string | undefined)[] = [];
  const get: GetTimeline = async (_, { cursor }) => {
    asked.push(cursor);
    return { items: [], cursor: `${at}#event#edited` };
  };

  const first = await ask(get);
  await ask(get, { cursor: first.body.cursor });

  expect(asked).toEqual([undefined, `${at}#event#edited`]);
});

it.each([{ cursor: 'mine' }, { cursor: Buffer.from('{"before":"profile"}').toString('base64url') }])(
  'does not begin again for a cursor that is none of ours: %j',
  async (query) => {
    const answer = await ask(async () => ({ items: [] }), query);

    expect([answer.status, answer.body.type]).toEqual([400, 'urn:bulkhead:problem:cursor_unreadable']);
  },
);

it('is not there for somebody who was never heard of', async () => {
  expect((await ask(async () => undefined)).status).toBe(404);
});
