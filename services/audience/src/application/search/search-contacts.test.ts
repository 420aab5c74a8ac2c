import { domainToASCII } from 'node:url';

import type { Contact } from '../../domain/contact.ts';
import { InMemoryContacts } from '../../testing/in-memory-people.ts';
import type { AddressIndex } from './ports.ts';
import { makeSearchContacts } from './search-contacts.ts';

const contactOf = (name: string, fields: Contact['fields'] = {}): Contact => ({
  contactId: name,
  address: `${name}@example.com`,
  fields,
  lists: {},
  saidAt: '2026-11-21T10:00:00.000Z',
  revision: 1,
});

/** Contacts, and an index that knows them all and more. */
const setUp = (people: readonly Contact[], gone: readonly Contact[] = []) => {
  const contacts = new InMemoryContacts();
  for (const contact of people) contacts.all.set(contact.contactId, contact);
  const index: AddressIndex = {
    find: async (prefix, { limit, after = '' }) =>
      [...people, ...gone]
        .filter(({ address }) => address.startsWith(prefix) && address > after)
        .toSorted((one, other) => (one.address < other.address ? -1 : 1))
        .slice(0, limit),
  };
  const search = makeSearchContacts({ index, contacts, toAscii: domainToASCII });
  const allPages = async (prefix: string, limit: number) => {
    const pages: (readonly string[])[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(prefix, { limit, cursor });
      if (!page.ok) throw new Error(page.problem);
      pages.push(page.value.items.map(({ contactId }) => contactId));
      cursor = page.value.cursor;
    } while (cursor !== undefined);
    return pages;
  };
  return { search, allPages };
};

it('finds all whose address begins so, page by page, and nobody else', async () => {
  const { allPages } = setUp(['adam', 'ada', 'adele', 'bob', 'adrian'].map((name) => contactOf(name)));

  expect(await allPages(' AD', 2)).toEqual([
    ['ada', 'adam'],
    ['adele', 'adrian'],
  ]);
});

it('does not show who is gone, and goes on behind them', async () => {
  const { allPages } = setUp([contactOf('ada'), contactOf('adz')], [contactOf('adb'), contactOf('adc')]);

  expect(await allPages('ad', 2)).toEqual([['ada'], ['adz']]);
});

it('ends a page before its answer grows too long, and loses nobody', async () => {
  const fields = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`field_${n}`, '가'.repeat(4_096)]));
  const { allPages } = setUp(Array.from({ length: 30 }, (_, n) => contactOf(`ada${n}`, fields)));

  const pages = await allPages('ada', 30);

  expect(pages.length).toBeGreaterThan(1);
  expect(new Set(pages.flat()).size).toBe(30);
});

it('does not begin with the cursor of another search', async () => {
  const { search } = setUp([contactOf('ada')]);

  expect(await search('ad', { limit: 5, cursor: 'bob@example.com' })).toEqual({
    ok: false,
    problem: 'cursor_of_another_search',
  });
});

it('refuses what begins no address', async () => {
  const { search } = setUp([]);

  expect(await search('a', { limit: 5 })).toEqual({ ok: false, problem: 'prefix_too_short' });
});
