import { domainToASCII } from 'node:url';

import { contactIdOf } from '../adapters/contact-id.ts';
import { everything, ofList } from '../domain/consent.ts';
import { InMemoryAttributes } from '../testing/in-memory-attributes.ts';
import { InMemoryColumns } from '../testing/in-memory-columns.ts';
import { InMemoryContactEvents } from '../testing/in-memory-events.ts';
import {
  InMemoryConsents,
  InMemoryContacts,
  InMemoryErasures,
  InMemoryLists,
  InMemoryMembers,
} from '../testing/in-memory-people.ts';
import { clockAt, countingIds } from '../testing/in-memory-platform.ts';
import { countsOf } from '../testing/list-counts.ts';
import { makeAddContact, makeGetContact, makeListContacts } from './contacts.ts';
import { makeEditContact } from './edit-contact.ts';
import { makeFindByAddress } from './find-by-address.ts';
import { makeCreateList, makeGetList } from './lists.ts';
import { makeUpsertContacts } from './upsert-contacts.ts';

const at = '2026-11-21T10:00:00.000Z';

const setUp = async () => {
  const contacts = new InMemoryContacts();
  const members = new InMemoryMembers();
  const consents = new InMemoryConsents();
  const erasures = new InMemoryErasures();
  const events = new InMemoryContactEvents();
  const lists = new InMemoryLists();
  const attributes = new InMemoryAttributes({ name: 'points', type: 'number' });
  const clock = clockAt(at);
  const upsertContacts = makeUpsertContacts({ contacts, members });
  const created = await makeCreateList({ lists, ids: countingIds(), clock })('Letters');
  const listId = created.ok ? created.value.listId : 'none';
  return {
    listId,
    consents,
    events,
    erasures,
    add: makeAddContact({ lists, attributes, upsertContacts, toAscii: domainToASCII, contactIdOf, clock }),
    get: makeGetContact({ contacts, consents, erasures }),
    edit: makeEditContact({ contacts, attributes, edits: events.editsOf(contacts), clock }),
    find: makeFindByAddress({ contacts, toAscii: domainToASCII, contactIdOf }),
    list: makeListContacts({ contacts, consents, erasures, members }),
    getList: makeGetList({ lists, counts: countsOf(members, consents), remembered: new InMemoryColumns() }),
  };
};

it('adds somebody under the one form of the address', async () => {
  const { add, get, listId } = await setUp();

  await add({ listId, address: ' Ada@Example.com', fields: { name: 'Ada' } });

  expect(await get(contactIdOf('ada@example.com'))).toMatchObject({
    contact: { address: 'ada@example.com', fields: { name: 'Ada' } },
    lists: [{ listId, joinedAt: at, left: undefined }],
    suppressed: undefined,
  });
});

it.each([
  ['lst_9', 'ada@example.com', 'list_not_found'],
  ['lst_1', 'ada', 'address_invalid'],
])('adds nobody to %s as %s', async (listId, address, kind) => {
  const { add } = await setUp();

  expect(await add({ listId, address, fields: {} })).toMatchObject({ ok: false, problem: { kind } });
});

it('does not bring back somebody who has left, however they are added', async () => {
  const { add, get, consents, listId } = await setUp();
  const contactId = contactIdOf('ada@example.com');
  await add({ listId, address: 'ada@example.com', fields: {} });
  await consents.say({ contactId, scope: ofList(listId), at, isSuppressed: true, reason: 'unsubscribed' });

  await add({ listId, address: 'ada@example.com', fields: { name: 'Ada' } });

  expect((await get(contactId))?.lists).toMatchObject([{ left: { reason: 'unsubscribed', at } }]);
});

it('pages through a list without losing or repeating anybody', async () => {
  const { add, list, listId } = await setUp();
  for (let n = 0; n < 23; n += 1) await add({ listId, address: `person.${n}@example.com`, fields: {} });

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(listId, { limit: 5, cursor });
    seen.push(...page.items.map(({ contact }) => contact.contactId));
    cursor = page.cursor;
  } while (cursor !== undefined);

  expect(new Set(seen).size).toBe(23);
  expect(seen).toHaveLength(23);
});

it('says of each member whether it may be mailed, and counts', async () => {
  const { add, list, getList, consents, listId } = await setUp();
  for (const name of ['ada', 'bob', 'eve']) await add({ listId, address: `${name}@example.com`, fields: {} });
  const suppressed = { at, isSuppressed: true } as const;
  await consents.say({
    ...suppressed,
    contactId: contactIdOf('ada@example.com'),
    scope: ofList(listId),
    reason: 'unsubscribed',
  });
  await consents.say({
    ...suppressed,
    contactId: contactIdOf('bob@example.com'),
    scope: everything,
    reason: 'complaint',
  });

  const { items } = await list(listId, { limit: 10 });

  expect(items.filter(({ isMailable }) => isMailable).map(({ contact }) => contact.address)).toEqual([
    'eve@example.com',
  ]);
  expect(await getList(listId)).toMatchObject({ ok: true, value: { name: 'Letters', members: 3, unsubscribed: 1 } });
});

it('knows no list that was never made', async () => {
  const { getList } = await setUp();

  expect(await getList('lst_9')).toEqual({ ok: false, problem: { kind: 'list_not_found' } });
});

it('ends a page before its answer grows too long, and loses nobody', async () => {
  const { add, list, listId } = await setUp();
  const fields = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`field_${n}`, '가'.repeat(4_096)]));
  for (let n = 0; n < 40; n += 1) await add({ listId, address: `person.${n}@example.com`, fields });

  const pages: (readonly { readonly contact: { readonly contactId: string } }[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(listId, { limit: 100, cursor });
    pages.push(page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);

  const bytes = pages.map((page) => Buffer.byteLength(JSON.stringify(page)));
  expect(pages.length).toBeGreaterThan(1);
  expect(Math.max(...bytes)).toBeLessThan(6_000_000);
  expect(new Set(pages.flat().map(({ contact }) => contact.contactId)).size).toBe(40);
});

it('is found by its address, however that is written', async () => {
  const { add, find, listId } = await setUp();
  const added = await add({ listId, address: 'ada@example.com', fields: {} });

  const found = await find(' Ada@EXAMPLE.com ');

  expect(added.ok && found.ok && found.value?.contactId === added.value.contactId).toBe(true);
  expect(await find('eve@example.com')).toEqual({ ok: true, value: undefined });
  expect(await find('eve')).toMatchObject({ ok: false });
});

it('is edited by whoever has seen its last revision', async () => {
  const { add, get, edit, events, listId } = await setUp();
  await add({ listId, address: 'ada@example.com', fields: { name: 'Ada' } });
  const contactId = contactIdOf('ada@example.com');
  const revision = (await get(contactId))?.contact.revision ?? 0;

  const first = await edit({ contactId, fields: { name: 'Ada L.' }, revision, member: 'grace' });
  const second = await edit({ contactId, fields: { name: 'Eve' }, revision });
  const nobody = await edit({ contactId: 'nobody', fields: {}, revision });

  expect(first).toMatchObject({ ok: true, value: { revision: revision + 1 } });
  expect([second, nobody]).toMatchObject([
    { problem: { kind: 'contact_changed' } },
    { problem: { kind: 'contact_not_found' } },
  ]);
  expect((await get(contactId))?.contact.fields).toEqual({ name: 'Ada L.' });
  expect(await events.all(contactId)).toEqual([{ kind: 'edited', at, fields: ['name'], member: 'grace' }]);
});

it('shows somebody who was erased and is brought again as one who gets no mail', async () => {
  const { add, get, list, erasures, listId } = await setUp();
  const contactId = contactIdOf('ada@example.com');
  await erasures.add(contactId);

  await add({ listId, address: 'ada@example.com', fields: {} });

  expect((await get(contactId))?.suppressed).toMatchObject({ reason: 'manual' });
  expect((await list(listId, { limit: 10 })).items).toMatchObject([{ isMailable: false }]);
});

it('keeps what is said by hand in the spelling of its type, and refuses what is not of it', async () => {
  const { add, edit, get, listId } = await setUp();
  const contactId = contactIdOf('ada@example.com');

  await add({ listId, address: 'ada@example.com', fields: { points: '1,234' } });
  const card = await get(contactId);
  const edited = await edit({ contactId, fields: { points: 'many' }, revision: card?.contact.revision ?? 0 });

  expect(card?.contact.fields).toEqual({ points: '1234' });
  expect(edited).toEqual({
    ok: false,
    problem: { kind: 'field_invalid', field: 'points', problem: 'number_malformed' },
  });
});
