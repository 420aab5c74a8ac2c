import { type Contact, welcome } from './contact.ts';

const ada = { contactId: 'ada', address: 'ada@example.com', fields: { name: 'Ada', city: 'London' } };
const june = { listId: 'lst_1', at: '2026-06-01T00:00:00.000Z' };
const july = { listId: 'lst_1', at: '2026-07-01T00:00:00.000Z' };
const known: Contact = { ...ada, lists: { lst_1: june.at }, saidAt: june.at, revision: 1 };

it('writes down somebody new', () => {
  expect(welcome(undefined, ada, june)).toEqual({ ...known, revision: 0 });
});

it('changes nothing when the same is said again', () => {
  expect(welcome(known, ada, june)).toBeUndefined();
});

it('believes what is said later, and keeps what is not spoken of', () => {
  expect(welcome(known, { ...ada, fields: { name: 'Ada Lovelace', plan: 'pro' } }, july)).toMatchObject({
    fields: { name: 'Ada Lovelace', city: 'London', plan: 'pro' },
    saidAt: july.at,
    lists: { lst_1: june.at },
    revision: 1,
  });
});

it('lets an earlier word that comes late fill gaps only', () => {
  const later = { ...known, saidAt: july.at };

  expect(welcome(later, { ...ada, fields: { name: 'A.', plan: 'free' } }, june)).toMatchObject({
    fields: { name: 'Ada', city: 'London', plan: 'free' },
    saidAt: july.at,
  });
});

it('puts a contact on another list without forgetting the first', () => {
  expect(welcome(known, { ...ada, fields: {} }, { listId: 'lst_2', at: july.at })?.lists).toEqual({
    lst_1: june.at,
    lst_2: july.at,
  });
});

it('forgets the oldest words when there are more than can be kept', () => {
  const long = (name: string) => ({ [name]: '가'.repeat(60_000) });
  const full = { ...known, fields: long('first') };

  expect(welcome(full, { ...ada, fields: long('second') }, july)?.fields).toEqual(long('second'));
  expect(welcome({ ...full, saidAt: july.at }, { ...ada, fields: long('second') }, june)).toBeUndefined();
});
