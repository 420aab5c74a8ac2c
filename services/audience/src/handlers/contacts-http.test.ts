import { httpEvent, lambdaContext, recordingEdge } from '@bulkhead/testing';

import { refuse, succeed } from '../domain/result.ts';
import { editContact } from './edit-contact.ts';
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

it.each([
  [succeed(contact), 200, [{ contactId, address: 'ada@example.com', fields: { name: 'Ada' } }]],
  [succeed(undefined), 200, []],
  [refuse('address_has_no_at' as const), 422, undefined],
])('is looked for by its address: %j', async (found, status, items) => {
  const event = httpEvent({ route: 'GET /api/audience/contacts', query: { address: 'ada@example.com' } });

  const answer = await findContacts(async () => found, edge)(event, lambdaContext);

  expect([answer.statusCode, JSON.parse(answer.body ?? '{}').items]).toEqual([status, items]);
});
