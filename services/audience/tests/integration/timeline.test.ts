import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoConsentHistory } from '../../src/adapters/dynamo-consent-history.ts';
import { DynamoContactEdits } from '../../src/adapters/dynamo-contact-edits.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { DynamoTimeline } from '../../src/adapters/dynamo-timeline.ts';
import { makeEditContact } from '../../src/application/edit-contact.ts';
import { makeGetTimeline } from '../../src/application/timeline/get-timeline.ts';
import { everything, ofList } from '../../src/domain/consent.ts';
import type { Happening } from '../../src/domain/timeline.ts';
import { clockAt } from '../../src/testing/in-memory-platform.ts';
import { startTable } from './test-table.ts';

const { table, stop } = await startTable();
const contacts = new DynamoContacts(table);
const history = new DynamoConsentHistory(table);
const happenings = new DynamoTimeline(table);
const timeline = makeGetTimeline({ contacts, happenings });
const contactId = contactIdOf('ada@example.com');
const at = (day: number) => `2026-11-${day}T10:00:00.000Z`;

const edit = (day: number, revision: number, fields: Readonly<Record<string, string>>) =>
  makeEditContact({
    contacts,
    attributes: { all: async () => [] },
    edits: new DynamoContactEdits(table),
    clock: clockAt(at(day)),
  })({
    contactId,
    fields,
    revision,
    member: 'grace',
  });

afterAll(stop);

/** Two edits, one of them in vain, and three words about consent, some of them at the same instant. */
const givenLife = async () => {
  const contact = { contactId, address: 'ada@example.com', fields: {}, saidAt: at(11), revision: 0 };
  await contacts.save([{ ...contact, lists: { lst_1: at(11), lst_2: at(13) }, joinedBy: { lst_1: 'imp_1' } }]);
  await edit(12, 1, { name: 'Ada' });
  await edit(13, 2, { name: 'Ada', city: 'London' });
  const overtaken = await edit(14, 1, { name: 'Eve' });
  for (const scope of [everything, ofList('lst_1')]) {
    await history.append({ said: { contactId, scope, at: at(13), isSuppressed: true, reason: 'unsubscribed' } });
  }
  await history.append({ said: { contactId, scope: everything, at: at(15), isSuppressed: false } });
  return overtaken;
};

it('shows a life from all that is kept of it, page by page, and keeps no edit that was overtaken', async () => {
  const overtaken = await givenLife();

  const pages: Happening[][] = [];
  let cursor: string | undefined;
  do {
    const page = await timeline(contactId, { limit: 2, cursor });
    pages.push([...(page?.items ?? [])]);
    cursor = page?.cursor;
  } while (cursor !== undefined);

  expect(overtaken.ok).toBe(false);
  expect(pages.map((page) => page.map((one) => `${one.kind} ${one.at.slice(8, 10)}`))).toEqual([
    ['consent 15', 'joined 13'],
    ['edited 13', 'consent 13'],
    ['consent 13', 'edited 12'],
    ['joined 11'],
  ]);
});

it('says what was edited and by whom, until it is removed', async () => {
  expect(await happenings.all(contactId)).toEqual([
    { kind: 'edited', at: at(13), fields: ['city'], member: 'grace' },
    { kind: 'edited', at: at(12), fields: ['name'], member: 'grace' },
  ]);

  await happenings.remove(contactId);

  expect(await happenings.all(contactId)).toEqual([]);
  expect((await history.page(contactId, { limit: 10 })).items).toHaveLength(3);
});
