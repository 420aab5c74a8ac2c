import { InMemoryContacts, InMemoryMembers } from '../testing/in-memory-people.ts';
import { makeUpsertContacts } from './upsert-contacts.ts';

const at = '2026-11-21T10:00:00.000Z';
const ada = { contactId: 'ada', address: 'ada@example.com', fields: { name: 'Ada' }, position: 1 };
const eve = { contactId: 'eve', address: 'eve@example.com', fields: { name: 'Eve' }, position: 2 };

it('decides again about a contact that somebody else wrote in between', async () => {
  const contacts = new InMemoryContacts();
  const upsertContacts = makeUpsertContacts({ contacts, members: new InMemoryMembers() });
  let isFirst = true;
  contacts.meanwhile = () => {
    if (isFirst)
      contacts.all.set('ada', { ...ada, fields: { city: 'London' }, lists: { lst_2: at }, saidAt: at, revision: 1 });
    isFirst = false;
  };

  await upsertContacts({ arrivals: [ada, eve], listId: 'lst_1', at });

  expect(contacts.all.get('ada')).toMatchObject({
    fields: { name: 'Ada', city: 'London' },
    lists: { lst_1: at, lst_2: at },
    revision: 2,
  });
  expect(contacts.all.get('eve')?.revision).toBe(1);
});

it('adds everybody to the list, also those who are known already', async () => {
  const members = new InMemoryMembers();
  const upsertContacts = makeUpsertContacts({ contacts: new InMemoryContacts(), members });
  await upsertContacts({ arrivals: [ada], listId: 'lst_1', at });

  await upsertContacts({ arrivals: [ada, eve], listId: 'lst_1', at });

  expect(members.of('lst_1')).toEqual(['ada', 'eve']);
});

it('counts each contact once, and as added only by the occasion that put it on the list, however often it happens', async () => {
  const upsertContacts = makeUpsertContacts({ contacts: new InMemoryContacts(), members: new InMemoryMembers() });
  const later = '2026-11-22T10:00:00.000Z';
  await upsertContacts({ arrivals: [ada], listId: 'lst_1', at });

  const arrivals = [ada, { ...eve, isRepeated: true as const }, { ...eve, contactId: 'joe' }];
  const counts = [
    await upsertContacts({ arrivals, listId: 'lst_1', at: later }),
    await upsertContacts({ arrivals, listId: 'lst_1', at: later }),
  ];

  expect(counts).toEqual([
    { contacts: 2, added: 1 },
    { contacts: 2, added: 1 },
  ]);
});

it('puts nobody on a list who is erased between the contact and the membership', async () => {
  const contacts = new InMemoryContacts();
  const members = new InMemoryMembers();
  const add = members.add.bind(members);
  members.add = async (listId, contactIds) => {
    await contacts.remove('ada');
    return add(listId, contactIds);
  };

  await makeUpsertContacts({ contacts, members })({ arrivals: [ada, eve], listId: 'lst_1', at });

  expect(members.of('lst_1')).toEqual(['eve']);
});
