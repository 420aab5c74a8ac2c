import { type Contact, welcome } from './contact.ts';
import { editContact, filledFields } from './edit-contact.ts';

const imported = '2026-11-20T10:00:00.000Z';
const now = '2026-11-21T10:00:00.000Z';
const ada: Contact = {
  contactId: 'ada',
  address: 'ada@example.com',
  fields: { name: 'Ada', city: 'London', plan: 'basic' },
  lists: { lst_1: imported },
  saidAt: imported,
  position: 7,
  older: { plan: { at: '2026-11-19T10:00:00.000Z', position: 2 } },
  revision: 3,
};
const arrival = (fields: Contact['fields']) => ({ contactId: 'ada', address: 'ada@example.com', fields, position: 7 });

it('replaces what is known by what a person says', () => {
  const edited = editContact(ada, { name: 'Ada L.', team: 'A' }, now);

  expect(filledFields(edited.fields)).toEqual({ name: 'Ada L.', team: 'A' });
  expect(edited).toMatchObject({ lists: ada.lists, revision: 3, saidAt: now });
});

it('is not undone by an earlier import that is replayed, and is outdone by a later one', () => {
  const edited = editContact(ada, { name: 'Ada L.' }, now);

  const replayed = welcome(edited, arrival(ada.fields), { listId: 'lst_1', at: imported });
  const later = welcome(edited, arrival({ city: 'Paris' }), { listId: 'lst_1', at: '2026-11-22T10:00:00.000Z' });

  expect(filledFields((replayed ?? edited).fields)).toEqual({ name: 'Ada L.' });
  expect(filledFields(later?.fields ?? {})).toEqual({ name: 'Ada L.', city: 'Paris' });
});

it('counts as said last, even where somebody spoke at an instant that is still to come', () => {
  const edited = editContact({ ...ada, saidAt: '2027-01-01T00:00:00.000Z' }, { name: 'Ada L.' }, now);

  const replayed = welcome(edited, arrival(ada.fields), { listId: 'lst_1', at: '2027-01-01T00:00:00.000Z' });

  expect(filledFields((replayed ?? edited).fields)).toEqual({ name: 'Ada L.' });
});
