import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';

import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { DynamoEngagements } from '../../src/adapters/dynamo-engagements.ts';
import { contactKey } from '../../src/adapters/keys.ts';
import { startTable } from './test-table.ts';

const { table, stop } = await startTable();
const contacts = new DynamoContacts(table);
const engagements = new DynamoEngagements(table);

let people = 0;
const somebody = async () => {
  people += 1;
  const address = `reader.${people}@example.com`;
  const contactId = contactIdOf(address);
  const contact = { contactId, address, fields: {}, lists: {}, saidAt: '2026-11-21T10:00:00.000Z', revision: 0 };
  await contacts.save([contact]);
  return contactId;
};
const known = async (contactId: string) => (await contacts.find([contactId])).get(contactId);
const itemOf = async (contactId: string) =>
  (await table.db.send(new GetCommand({ TableName: table.name, Key: { ...contactKey(contactId) } }))).Item;

afterAll(stop);

it('notes the last day of each kind, and says it with the contact', async () => {
  const contactId = await somebody();

  await engagements.note({ date: '2026-11-20', kind: 'opened', contactIds: [contactId] });
  await engagements.note({ date: '2026-11-22', kind: 'opened', contactIds: [contactId] });
  await engagements.note({ date: '2026-11-21', kind: 'opened', contactIds: [contactId] });
  await engagements.note({ date: '2026-11-21', kind: 'clicked', contactIds: [contactId] });

  expect(await known(contactId)).toMatchObject({
    lastOpenedAt: '2026-11-22',
    lastClickedAt: '2026-11-21',
    revision: 1,
  });
});

it('makes nobody of somebody who is not known, or was erased', async () => {
  const contactId = await somebody();
  await contacts.remove(contactId);

  await engagements.note({ date: '2026-11-22', kind: 'opened', contactIds: [contactId] });

  expect(await itemOf(contactId)).toBeUndefined();
});

it('stays while others write the contact, and stands in nobody’s way, in any order', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom('opened', 'clicked'), day: fc.integer({ min: 10, max: 28 }) }),
    fc.record({ name: fc.string({ maxLength: 5 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const contactId = await somebody();
      const days: Record<string, string[]> = { opened: [], clicked: [] };
      for (const each of steps) {
        const before = await known(contactId);
        if ('kind' in each) {
          const date = `2026-11-${each.day}`;
          days[each.kind]?.push(date);
          await engagements.note({ date, kind: each.kind, contactIds: [contactId, contactId] });
        }
        // Somebody who read the contact before that writes it after that.
        const lost =
          before && (await contacts.save([{ ...before, fields: { name: 'name' in each ? each.name : '' } }]));
        expect(lost).toEqual([]);
      }

      const last = await known(contactId);
      expect([last?.lastOpenedAt, last?.lastClickedAt]).toEqual(
        [days['opened'], days['clicked']].map((all) => all?.toSorted().at(-1)),
      );
    }),
    { numRuns: 40 },
  );
}, 60_000);
