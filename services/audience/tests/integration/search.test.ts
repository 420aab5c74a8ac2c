import { domainToASCII } from 'node:url';

import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoAddressIndex } from '../../src/adapters/dynamo-address-index.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { makeSearchContacts } from '../../src/application/search/search-contacts.ts';
import { startTable } from './test-table.ts';

const { table, stop } = await startTable();
const contacts = new DynamoContacts(table);
const search = makeSearchContacts({ index: new DynamoAddressIndex(table), contacts, toAscii: domainToASCII });

afterAll(stop);

const contactOf = (address: string) => ({
  contactId: contactIdOf(address),
  address,
  fields: { name: address },
  lists: {},
  saidAt: '2026-11-21T10:00:00.000Z',
  revision: 0,
});

const searchAll = async (prefix: string, limit: number): Promise<readonly string[]> => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(prefix, { limit, cursor });
    if (!page.ok) throw new Error(page.problem);
    found.push(...page.value.items.map(({ address }) => address));
    cursor = page.value.cursor;
  } while (cursor !== undefined);
  return found;
};

it('finds contacts in the order of their addresses, whatever shards they lie in, and forgets with them', async () => {
  const ours = Array.from({ length: 120 }, (_, n) => `ada.${n}@example.com`);
  await contacts.save([...ours, 'ad@example.com', 'adb@example.com', 'bob@example.com'].map(contactOf));
  const [known] = [...(await contacts.find([contactIdOf('ada.7@example.com')])).values()];
  await contacts.save(known === undefined ? [] : [{ ...known, fields: { name: 'Ada' } }]);
  await contacts.remove(contactIdOf('ada.8@example.com'));

  const found = await searchAll('ADA.', 25);

  expect(found).toEqual(ours.filter((address) => address !== 'ada.8@example.com').toSorted());
  expect(await searchAll('ad', 100)).toHaveLength(121);
  expect(await searchAll('ada.119@example.com', 5)).toEqual(['ada.119@example.com']);
  expect(await searchAll('carol', 5)).toEqual([]);
});
