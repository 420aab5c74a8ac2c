import fc from 'fast-check';

import { type Contact, welcome } from './contact.ts';
import { MOST_LISTS } from './list.ts';
import { joinArrivals, type PlacedArrival } from './placed-arrival.ts';

const ada = { contactId: 'ada', address: 'ada@example.com', fields: { name: 'Ada', city: 'London' }, position: 0 };
const { position: _, ...person } = ada;
const june = { listId: 'lst_1', at: '2026-06-01T00:00:00.000Z' };
const july = { listId: 'lst_1', at: '2026-07-01T00:00:00.000Z' };
const known: Contact = { ...person, lists: { lst_1: june.at }, saidAt: june.at, revision: 1 };

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

it('remembers what has put a contact on a list first, in whatever order that is told', () => {
  const byImport = welcome(undefined, ada, { ...july, by: 'imp_1' });
  const byForm = welcome(byImport, ada, { ...june, by: 'frm_1' });
  const byHand = welcome(byForm, ada, { listId: 'lst_1', at: '2026-05-01T00:00:00.000Z' });

  expect([byImport, byForm, byHand].map((contact) => contact?.joinedBy)).toEqual([
    { lst_1: 'imp_1' },
    { lst_1: 'frm_1' },
    undefined,
  ]);
});

it('forgets the oldest words when there are more than can be kept', () => {
  const long = (name: string) => ({ [name]: '가'.repeat(60_000) });
  const full = { ...known, fields: long('first') };

  expect(welcome(full, { ...ada, fields: long('second') }, july)?.fields).toEqual(long('second'));
  expect(welcome({ ...full, saidAt: july.at }, { ...ada, fields: long('second') }, june)).toBeUndefined();
});

it('fits into an item of 400 KB, however many lists somebody is on and whatever is said', () => {
  const idOf = (kind: string, n: number) => `${kind}_${String(n).padStart(32, '0')}`;
  const ids = Array.from({ length: MOST_LISTS }, (_, n) => idOf('lst', n));
  const lists = Object.fromEntries(ids.map((listId) => [listId, june.at]));
  const joinedBy = Object.fromEntries(ids.map((listId, n) => [listId, idOf('imp', n)]));
  const wordy = (letter: string) =>
    Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${letter}${n}`, '가'.repeat(1_000)]));
  const monstrous = { ...known, lists, joinedBy, fields: { ...wordy('가'), ...wordy('나') } };

  const next = welcome(monstrous, { ...ada, fields: wordy('다') }, { ...july, listId: idOf('lst', 0) });

  const bytes = Buffer.byteLength(JSON.stringify(next));
  expect(bytes).toBeLessThan(400 * 1_024);
  expect(next?.fields).toMatchObject(wordy('다'));
  expect(Object.keys(next?.lists ?? {})).toHaveLength(MOST_LISTS);
});

describe('words that come in any order, any number of times', () => {
  const field = fc.constantFrom('name', 'city', 'plan');
  const text = fc.constantFrom('a', 'b', 'c');
  const row = fc.record({
    contactId: fc.constant(ada.contactId),
    address: fc.constant(ada.address),
    fields: fc.dictionary(field, text),
    position: fc.integer({ min: 1, max: 4 }),
    at: fc.constantFrom('2026-06-01', '2026-07-01', '2026-08-01'),
    listId: fc.constantFrom('lst_1', 'lst_2'),
    by: fc.constantFrom('imp_1', 'imp_2', 'frm_1', undefined),
  });

  type Row = PlacedArrival & { readonly at: string; readonly listId: string; readonly by?: string | undefined };
  const tell = (rows: readonly Row[]) =>
    rows.reduce<Contact | undefined>((contact, { at, listId, by, ...said }) => {
      const next = welcome(contact, said, { at, listId, by });
      return next ?? contact;
    }, undefined);

  it('come to the same contact', () => {
    const orders = fc
      .array(row, { minLength: 1, maxLength: 8 })
      .chain((rows) =>
        fc.tuple(
          fc.constant(rows),
          fc.shuffledSubarray(rows, { minLength: rows.length }),
          fc.array(fc.constantFrom(...rows)),
        ),
      );

    fc.assert(
      fc.property(orders, ([rows, others, again]) => {
        expect(tell([...others, ...again])).toEqual(tell(rows));
      }),
    );
  });

  it('come to what the lowest row says, field by field, wherever a file was cut', () => {
    const file = fc.array(fc.dictionary(field, text), { minLength: 1, maxLength: 8 });

    fc.assert(
      fc.property(file, fc.nat({ max: 8 }), fc.boolean(), (texts, cut, isReversed) => {
        const rows: PlacedArrival[] = texts.map((fields, n) => ({ ...ada, fields, position: n + 1 }));
        const parts = [rows.slice(0, cut), rows.slice(cut)].filter((part) => part.length > 0);
        const chunks = parts.map((part) => part.reduce(joinArrivals)).map((arrival) => ({ ...arrival, ...june }));

        const contact = tell(isReversed ? chunks.toReversed() : chunks);

        expect(contact?.fields).toEqual(Object.assign({}, ...texts));
      }),
    );
  });
});
