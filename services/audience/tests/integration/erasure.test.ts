import { ScanCommand } from '@aws-sdk/lib-dynamodb';

import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoConsentHistory } from '../../src/adapters/dynamo-consent-history.ts';
import { DynamoConsents } from '../../src/adapters/dynamo-consents.ts';
import { DynamoContactEdits } from '../../src/adapters/dynamo-contact-edits.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { DynamoEngagements } from '../../src/adapters/dynamo-engagements.ts';
import { DynamoErasures } from '../../src/adapters/dynamo-erasures.ts';
import { DynamoExports } from '../../src/adapters/dynamo-exports.ts';
import { DynamoMembers } from '../../src/adapters/dynamo-members.ts';
import { DynamoSoftBounces } from '../../src/adapters/dynamo-soft-bounces.ts';
import { DynamoTimeline } from '../../src/adapters/dynamo-timeline.ts';
import { DynamoSubmissions } from '../../src/adapters/forms/dynamo-submissions.ts';
import { makeChangeConsent } from '../../src/application/change-consent.ts';
import { makeEraseContact } from '../../src/application/erase-contact.ts';
import { makeUpsertContacts } from '../../src/application/upsert-contacts.ts';
import { everything, ofList } from '../../src/domain/consent.ts';
import { clockAt, RecordingAnnouncements } from '../../src/testing/in-memory-platform.ts';
import { startTable } from './test-table.ts';

const AT = '2026-11-22T10:00:00.000Z';
const cause = { correlationId: 'request-1' };
const { table, stop } = await startTable();

const people = {
  contacts: new DynamoContacts(table),
  members: new DynamoMembers(table),
  consents: new DynamoConsents(table),
  history: new DynamoConsentHistory(table),
  events: new DynamoTimeline(table),
  submissions: new DynamoSubmissions(table),
  softBounces: new DynamoSoftBounces(table),
  erasures: new DynamoErasures(table),
};
const changeConsent = makeChangeConsent({ ...people, announcements: new RecordingAnnouncements() });
const erase = makeEraseContact({ ...people, announcements: { contactErased: async () => {} } });

/** Somebody of whom everything is held that can be. */
const somebody = async (address: string): Promise<string> => {
  const contactId = contactIdOf(address);
  const arrival = { contactId, address, fields: { name: `Name of ${address}` }, position: 0 };
  for (const listId of ['lst_1', 'lst_2']) await makeUpsertContacts(people)({ arrivals: [arrival], listId, at: AT });
  for (const scope of [everything, ofList('lst_1'), ofList('lst_of_others')]) {
    await changeConsent({ said: { contactId, scope, at: AT, isSuppressed: true, reason: 'unsubscribed' } }, cause);
  }
  await new DynamoEngagements(table).note({ date: '2026-11-22', kind: 'opened', contactIds: [contactId] });

  const known = (await people.contacts.find([contactId])).get(contactId);
  if (known === undefined) throw new Error('nobody was written');
  await new DynamoContactEdits(table).save(
    { ...known, fields: { name: 'Ada' } },
    { kind: 'edited', at: AT, fields: ['name'] },
  );

  const exports = new DynamoExports(table, clockAt(AT));
  const name = { contactId, exportId: `exp_${contactId.slice(0, 5)}` };
  await exports.begin({ ...name, at: AT });
  await exports.fix(name, [[{ runId: 'run_1', chunk: 0, offset: 0 }]]);
  await exports.keep({ ...name, service: 'feedback', part: 1, holdings: { mailings: [] } });
  for (const n of [1, 2]) {
    await people.submissions.add({
      confirmationId: `cnf_${n}_${contactId.slice(0, 5)}`,
      formId: 'frm_1',
      listId: 'lst_1',
      contactId,
      address,
      fields: {},
      language: 'en',
      words: 'Yes',
      requestedAt: AT,
      expiresAt: AT,
    });
  }
  return contactId;
};

const itemsNaming = async (...words: readonly string[]) => {
  const { Items = [] } = await table.db.send(new ScanCommand({ TableName: table.name }));
  return Items.filter((item) => words.some((word) => JSON.stringify(item).includes(word)));
};

afterAll(stop);

it('leaves no item of the table that names an erased person, and all of the others', async () => {
  const [ada, bob] = ['ada.l@example.com', 'bob.b@example.com'] as const;
  const [adaId, bobId] = [await somebody(ada), await somebody(bob)];
  const before = await itemsNaming(bobId, bob);

  await erase(adaId, AT, cause);
  await erase(adaId, AT, cause);

  expect(await itemsNaming(adaId, ada)).toEqual([]);
  expect(before.length).toBeGreaterThan(12);
  expect(await itemsNaming(bobId, bob)).toHaveLength(before.length);
});
