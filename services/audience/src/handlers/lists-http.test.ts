import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { refuse, succeed } from '../domain/result.ts';
import { addContact } from './add-contact.ts';
import { changeContactConsent } from './change-contact-consent.ts';
import { createList } from './create-list.ts';
import { getContact } from './get-contact.ts';
import { getList } from './get-list.ts';
import { listConsentHistory } from './list-consent-history.ts';
import { listContacts } from './list-contacts.ts';
import { listLists } from './list-lists.ts';
import { recountList } from './recount-list.ts';

const edge = recordingEdge();
const at = '2026-11-21T10:00:00.000Z';
const contactId = 'AAAAAAAAAAAAAAAAAAAAAA';
const corrected = { members: 0, unsubscribed: 0 };
const contact = {
  contactId,
  address: 'ada@example.com',
  fields: { name: 'Ada' },
  lists: { lst_1: at },
  saidAt: at,
  revision: 1,
};
const post = (route: string, body?: unknown, path?: Record<string, string>) =>
  httpEvent({ route: `POST /api/audience${route}`, body, ...(path && { path }) });
const get = (route: string, path?: Record<string, string>, query?: Record<string, string>) =>
  httpEvent({ route: `GET /api/audience${route}`, ...(path && { path }), ...(query && { query }) });
const bodyOf = (answer: { readonly body?: string | undefined }) => JSON.parse(answer.body ?? 'null');

describe('lists', () => {
  it('are created', async () => {
    const handler = createList(async (name) => succeed({ listId: 'lst_1', name, createdAt: at }), edge);

    const answer = await handler(post('/lists', { name: '  Letters ' }), lambdaContext);

    expect([answer.statusCode, bodyOf(answer)]).toEqual([201, { listId: 'lst_1', name: 'Letters', createdAt: at }]);
  });

  it('are not created beyond what contacts have room for, and somebody is told what to do', async () => {
    const handler = createList(async () => refuse({ kind: 'too_many_lists', most: 2_000 }), edge);

    const answer = await handler(post('/lists', { name: 'Letters' }), lambdaContext);

    expect(bodyOf(answer)).toMatchObject({ status: 409, type: 'urn:bulkhead:problem:too_many_lists' });
    expect(bodyOf(answer).detail).toMatch(/^There are 2,000 lists already.*segment\.$/);
  });

  it.each([[{}], [{ name: '  ' }], [{ name: 'x'.repeat(201) }], [{ name: 'a\r\nBcc: b' }], ['not json']])(
    'are not created from %j',
    async (body) => {
      const answer = await createList(async (name) => succeed({ listId: 'lst_1', name, createdAt: at }), edge)(
        post('/lists', body),
        lambdaContext,
      );

      expect(answer.statusCode).toBe(400);
      expect(bodyOf(answer).errors).toHaveLength(1);
    },
  );

  it('that do not exist are not found', async () => {
    const answer = await getList(async () => refuse({ kind: 'list_not_found' }), edge)(
      get('/lists/{listId}', { listId: 'lst_9' }),
      lambdaContext,
    );

    expect([answer.statusCode, bodyOf(answer).type]).toEqual([404, 'urn:bulkhead:problem:list_not_found']);
  });

  it('are shown with what they come to', async () => {
    const list = { listId: 'lst_1', name: 'Letters', createdAt: at, members: 7, unsubscribed: 2 };

    const answer = await listLists(async () => ({ items: [list], cursor: 'next' }), edge)(get('/lists'), lambdaContext);

    expect(bodyOf(answer)).toEqual({ items: [list], cursor: 'next' });
  });

  it('are looked for by what is in their names', async () => {
    const asked: unknown[] = [];
    const list = async (request: unknown) => {
      asked.push(request);
      return { items: [] };
    };

    await listLists(list, edge)(get('/lists', undefined, { name: ' spring ', limit: '5' }), lambdaContext);

    expect(asked).toEqual([{ limit: 5, named: 'spring' }]);
  });

  it.each([
    [succeed({ listId: 'lst_1', name: 'Letters', createdAt: at, members: 7, unsubscribed: 2, corrected }), 200],
    [refuse({ kind: 'list_not_found' } as const), 404],
    [refuse({ kind: 'list_in_use' } as const), 409],
  ])('are counted by reading on demand: %j', async (outcome, status) => {
    const answer = await recountList(async () => outcome, edge)(
      post('/lists/{listId}/recount', undefined, { listId: 'lst_1' }),
      lambdaContext,
    );

    expect(answer.statusCode).toBe(status);
  });

  it('show their members page by page', async () => {
    const list = async () => ({ items: [{ contact, isMailable: false }], cursor: contactId });

    const answer = await listContacts(list, edge)(
      get('/lists/{listId}/contacts', { listId: 'lst_1' }, { limit: '1' }),
      lambdaContext,
    );

    const { address, fields } = contact;
    expect(bodyOf(answer)).toEqual({ items: [{ contactId, address, fields, mailable: false }], cursor: contactId });
  });

  it.each([{ limit: '0' }, { limit: '101' }, { limit: 'many' }])('have no page %j', async (query) => {
    const answer = await listContacts(async () => ({ items: [] }), edge)(
      get('/lists/{listId}/contacts', { listId: 'lst_1' }, query),
      lambdaContext,
    );

    expect(answer.statusCode).toBe(400);
  });
});

it('does not begin the members again for a cursor that is none of ours', async () => {
  const answer = await listContacts(async () => ({ items: [] }), edge)(
    get('/lists/{listId}/contacts', { listId: 'lst_1' }, { cursor: 'nowhere' }),
    lambdaContext,
  );

  expect([answer.statusCode, bodyOf(answer).type]).toEqual([400, 'urn:bulkhead:problem:cursor_unreadable']);
});

describe('contacts', () => {
  const add = addContact(
    async ({ address }) =>
      address === 'ada@example.com'
        ? succeed({ contactId })
        : refuse({ kind: 'address_invalid', problem: 'address_has_no_at' }),
    edge,
  );

  it('are added', async () => {
    const answer = await add(
      post('/contacts', { listId: 'lst_1', address: 'ada@example.com', fields: { 이름: '에이다' } }),
      lambdaContext,
    );

    expect([answer.statusCode, bodyOf(answer)]).toEqual([201, { contactId }]);
  });

  it('need an address, and are told what is wrong with it', async () => {
    const answer = await add(post('/contacts', { listId: 'lst_1', address: 'ada' }), lambdaContext);

    expect(answer.statusCode).toBe(422);
    expect(bodyOf(answer).errors).toEqual([
      { field: 'address', rule: 'The address has no @.', code: 'address_has_no_at' },
    ]);
  });

  it.each([{ 'first name': 'Ada' }, { name: 'x'.repeat(4_097) }, { name: 1 }])(
    'have no fields like these',
    async (fields) => {
      const answer = await add(
        post('/contacts', { listId: 'lst_1', address: 'ada@example.com', fields }),
        lambdaContext,
      );

      expect(answer.statusCode).toBe(400);
    },
  );

  it('show what they may be mailed', async () => {
    const left = { reason: 'unsubscribed', at } as const;
    const handler = getContact(
      async () => ({ contact, suppressed: undefined, lists: [{ listId: 'lst_1', joinedAt: at, left }] }),
      edge,
    );

    const answer = await handler(get('/contacts/{contactId}', { contactId }), lambdaContext);

    expect(bodyOf(answer)).toEqual({
      contactId,
      address: 'ada@example.com',
      fields: { name: 'Ada' },
      lists: [{ listId: 'lst_1', joinedAt: at, left }],
    });
  });

  it.each([
    [{ listId: 'lst_1' }, 202],
    [{}, 202],
    [undefined, 202],
    [{ listId: 'everything' }, 400],
    ['not json', 400],
  ])('leave with the body %j: %i', async (body, status) => {
    const wishes: unknown[] = [];
    const handler = changeContactConsent(
      'unsubscribe',
      async (wish) => {
        wishes.push(wish);
        return succeed(undefined);
      },
      edge,
    );

    const answer = await handler(post('/contacts/{contactId}/unsubscribe', body, { contactId }), lambdaContext);

    expect([answer.statusCode, wishes.length]).toEqual([status, status === 202 ? 1 : 0]);
  });

  it.each([
    [{ kind: 'contact_not_found' } as const, 404],
    [{ kind: 'list_not_found' } as const, 404],
    [{ kind: 'suppressed_for_good', reason: 'complaint' } as const, 409],
  ])('do not come back where there is %j: %i', async (refusal, status) => {
    const handler = changeContactConsent('resubscribe', async () => refuse(refusal), edge);

    const answer = await handler(post('/contacts/{contactId}/resubscribe', {}, { contactId }), lambdaContext);

    expect([answer.statusCode, bodyOf(answer)]).toMatchObject([
      status,
      { type: `urn:bulkhead:problem:${refusal.kind}` },
    ]);
  });

  it('show what was ever said about their consent, newest first', async () => {
    const said = { contactId, scope: { kind: 'everything' }, at, isSuppressed: true, reason: 'complaint' } as const;
    const page = { items: [{ said, evidence: { by: 'mailbox', how: 'complaint', runId: 'run_1' } as const }] };

    const known = await listConsentHistory(async () => page, edge)(
      get('/contacts/{contactId}/history', { contactId }),
      lambdaContext,
    );
    const unknown = await listConsentHistory(async () => undefined, edge)(
      get('/contacts/{contactId}/history', { contactId }),
      lambdaContext,
    );

    expect(bodyOf(known)).toEqual({
      items: [
        {
          at,
          scope: { kind: 'everything' },
          change: 'suppress',
          reason: 'complaint',
          by: 'mailbox',
          how: 'complaint',
          runId: 'run_1',
        },
      ],
    });
    expect(unknown.statusCode).toBe(404);
  });
});
