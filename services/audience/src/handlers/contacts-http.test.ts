import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import type { SearchContacts } from '../application/search/search-contacts.ts';
import { refuse, succeed } from '../domain/result.ts';
import { editContact } from './edit-contact.ts';
import { eraseContact } from './erase-contact.ts';
import { exportContact } from './export-contact.ts';
import { findContacts } from './find-contacts.ts';

const edge = recordingEdge();
const contactId = 'AAAAAAAAAAAAAAAAAAAAAA';
const contact = {
  contactId,
  address: 'ada@example.com',
  fields: { name: 'Ada', city: '' },
  lists: {},
  saidAt: '2026-11-21T10:00:00.000Z',
  revision: 1,
};

it.each([
  [undefined, { ok: true, value: { ...contact, revision: 2 } } as const, 428],
  ['"1"', { ok: true, value: { ...contact, revision: 2 } } as const, 200],
  ['"x"', { ok: true, value: contact } as const, 412],
  ['"1"', refuse({ kind: 'contact_changed' } as const), 412],
  ['"1"', refuse({ kind: 'contact_not_found' } as const), 404],
  ['"1"', refuse({ kind: 'field_invalid', field: 'points', problem: 'number_malformed' } as const), 422],
])('is edited by who has seen %s and is told %j: %i', async (etag, outcome, status) => {
  const event = httpEvent({
    route: 'PUT /api/audience/contacts/{contactId}',
    path: { contactId },
    body: { fields: { name: 'Ada' } },
    headers: { ...(etag && { 'if-match': etag }) },
  });

  const answer = await editContact(async () => outcome, edge)(event, lambdaContext);

  expect([answer.statusCode, answer.headers?.['etag']]).toEqual([status, status === 200 ? '"2"' : undefined]);
});

const noSearch = async () => refuse('prefix_too_short' as const);

it.each([
  [succeed(contact), 200, [{ contactId, address: 'ada@example.com', fields: { name: 'Ada' } }]],
  [succeed(undefined), 200, []],
  [refuse('address_has_no_at' as const), 422, undefined],
])('is looked for by its address: %j', async (found, status, items) => {
  const event = httpEvent({ route: 'GET /api/audience/contacts', query: { address: 'ada@example.com' } });

  const answer = await findContacts({ findByAddress: async () => found, searchContacts: noSearch }, edge)(
    event,
    lambdaContext,
  );

  expect([answer.statusCode, JSON.parse(answer.body ?? '{}').items]).toEqual([status, items]);
});

it('is told what is wrong with an address in words that fit a search, too', async () => {
  const event = httpEvent({ route: 'GET /api/audience/contacts', query: { address: '\u200b' } });
  const findByAddress = async () => refuse('address_missing' as const);

  const answer = await findContacts({ findByAddress, searchContacts: noSearch }, edge)(event, lambdaContext);

  expect(JSON.parse(answer.body ?? '{}')).toMatchObject({
    type: 'urn:bulkhead:problem:address_missing',
    detail: 'There is no address here.',
  });
});

describe('search by how an address begins', () => {
  const search = async (query: Record<string, string>, searchContacts: SearchContacts = noSearch) => {
    const handler = findContacts({ findByAddress: async () => succeed(undefined), searchContacts }, edge);
    const answer = await handler(httpEvent({ route: 'GET /api/audience/contacts', query }), lambdaContext);
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') };
  };

  it('goes on where its cursor says', async () => {
    const asked: unknown[] = [];
    const find: SearchContacts = async (prefix, page) => {
      asked.push([prefix, page]);
      return succeed({ items: [contact], cursor: 'ada@example.com' });
    };

    const first = await search({ prefix: 'Ad', limit: '1' }, find);
    await search({ prefix: 'Ad', limit: '1', cursor: first.body.cursor }, find);

    expect(first.body.items).toEqual([{ contactId, address: 'ada@example.com', fields: { name: 'Ada' } }]);
    expect(asked).toEqual([
      ['Ad', { limit: 1, cursor: undefined }],
      ['Ad', { limit: 1, cursor: 'ada@example.com' }],
    ]);
  });

  it.each([
    [{ prefix: 'a' }, 422, 'prefix_too_short'],
    [{ prefix: 'ad', cursor: 'mine' }, 400, 'cursor_unreadable'],
    [{ prefix: 'ad', address: 'ada@example.com' }, 400, 'request_malformed'],
    [{}, 400, 'request_malformed'],
  ])('refuses %j', async (query, status, type) => {
    expect(await search(query)).toMatchObject({ status, body: { type: `urn:bulkhead:problem:${type}` } });
  });

  it('refuses the cursor of another search', async () => {
    const answer = await search({ prefix: 'ad' }, async () => refuse('cursor_of_another_search'));

    expect([answer.status, answer.body.type]).toEqual([400, 'urn:bulkhead:problem:cursor_unreadable']);
  });
});

it.each([
  [succeed(undefined), 202],
  [refuse({ kind: 'contact_not_found' } as const), 404],
])('is erased on request: %j', async (outcome, status) => {
  const event = httpEvent({ route: 'DELETE /api/audience/contacts/{contactId}', path: { contactId } });

  const answer = await eraseContact(async () => outcome, edge)(event, lambdaContext);

  expect(answer.statusCode).toBe(status);
});

it('is exported with everything that is known', async () => {
  const said = { contactId, scope: { kind: 'everything' }, at: contact.saidAt, isSuppressed: false } as const;
  const edit = { kind: 'edited', at: contact.saidAt, fields: ['name'] } as const;
  const known = { card: { contact, suppressed: undefined, lists: [] }, history: [{ said }], events: [edit] };
  const event = httpEvent({ route: 'GET /api/audience/contacts/{contactId}/export', path: { contactId } });

  const answer = await exportContact(async () => known, edge)(event, lambdaContext);
  const missing = await exportContact(async () => undefined, edge)(event, lambdaContext);

  expect(JSON.parse(answer.body ?? '')).toEqual({
    contactId,
    address: 'ada@example.com',
    fields: { name: 'Ada' },
    lists: [],
    saidAt: contact.saidAt,
    consents: [{ at: contact.saidAt, scope: { kind: 'everything' }, change: 'reinstate' }],
    events: [edit],
  });
  expect(missing.statusCode).toBe(404);
});
