import { everything, ofList } from '../domain/consent.ts';
import { InMemoryAttributes } from '../testing/in-memory-attributes.ts';
import { InMemoryContactEvents } from '../testing/in-memory-events.ts';
import { InMemorySubmissions } from '../testing/in-memory-forms.ts';
import {
  InMemoryConsentHistory,
  InMemoryConsents,
  InMemoryContacts,
  InMemoryErasures,
  InMemoryMembers,
} from '../testing/in-memory-people.ts';
import { clockAt, RecordingAnnouncements } from '../testing/in-memory-platform.ts';
import { InMemorySoftBounces } from '../testing/in-memory-soft-bounces.ts';
import { makeChangeConsent } from './change-consent.ts';
import { makeGetContact } from './contacts.ts';
import { makeEditContact } from './edit-contact.ts';
import { makeEraseContact, makeRequestErasure } from './erase-contact.ts';
import { makeExportContact } from './export-contact.ts';

const at = '2026-11-21T10:00:00.000Z';
const cause = { correlationId: 'request-1' };
const left = { contactId: 'ada', scope: ofList('lst_1'), at, isSuppressed: true, reason: 'unsubscribed' } as const;

const setUp = async () => {
  const contacts = new InMemoryContacts();
  const members = new InMemoryMembers();
  const consents = new InMemoryConsents();
  const history = new InMemoryConsentHistory();
  const erasures = new InMemoryErasures();
  const events = new InMemoryContactEvents();
  const softBounces = new InMemorySoftBounces();
  const told: string[] = [];
  const announcements = {
    contactErased: async (contactId: string) => {
      told.push(contactId);
    },
  };
  const editContact = makeEditContact({
    contacts,
    attributes: new InMemoryAttributes(),
    edits: events.editsOf(contacts),
    clock: clockAt(at),
  });
  const changeConsent = makeChangeConsent({ consents, history, erasures, announcements: new RecordingAnnouncements() });
  for (const contactId of ['ada', 'bob']) {
    const address = `${contactId}@example.com`;
    contacts.all.set(contactId, {
      contactId,
      address,
      fields: {},
      lists: { lst_1: at, lst_2: at },
      saidAt: at,
      revision: 1,
    });
    for (const listId of ['lst_1', 'lst_2']) await members.add(listId, [contactId]);
    await editContact({ contactId, fields: { name: contactId }, revision: 1 });
    await softBounces.save(
      { contactId, mailings: [{ runId: 'run_1', at, softAt: at }], revision: 0 },
      { kind: 'soft_bounced', at, runId: 'run_1' },
    );
    // A list that nobody here is on.
    for (const scope of [everything, ofList('lst_1'), ofList('lst_9')])
      await changeConsent({ said: { ...left, contactId, scope } }, cause);
  }
  const holdings = async (contactId: string) => ({
    profile: contacts.all.has(contactId),
    lists: ['lst_1', 'lst_2'].filter((listId) => members.of(listId).includes(contactId)),
    consents: (
      await Promise.all(
        [everything, ofList('lst_1'), ofList('lst_9')].map((scope) => consents.find(scope, [contactId])),
      )
    )
      .map(({ size }) => size)
      .reduce((sum, size) => sum + size),
    history: (await history.page(contactId)).items.length,
    events: (await events.all(contactId)).length,
    bounces: (await softBounces.find(contactId))?.mailings.length ?? 0,
  });
  return {
    contacts,
    members,
    erasures,
    told,
    holdings,
    changeConsent,
    erase: makeEraseContact({
      contacts,
      members,
      consents,
      history,
      events,
      submissions: new InMemorySubmissions(),
      softBounces,
      erasures,
      announcements,
    }),
    exportContact: makeExportContact({ getContact: makeGetContact({ contacts, consents, erasures }), history, events }),
  };
};
const nothing = { profile: false, lists: [], consents: 0, history: 0, events: 0, bounces: 0 };

it('removes a person everywhere, nobody else, and tells the others', async () => {
  const { erase, holdings, told, erasures } = await setUp();
  const before = await holdings('bob');

  await erase('ada', at, cause);

  expect(await holdings('ada')).toEqual(nothing);
  expect(await holdings('bob')).toEqual(before);
  expect([told, [...erasures.all]]).toEqual([['ada'], ['ada']]);
});

it('ends what somebody began who died on the way, wherever that was', async () => {
  const { erase, holdings, contacts } = await setUp();
  const remove = contacts.remove.bind(contacts);
  contacts.remove = async () => {
    throw new Error('killed');
  };
  await expect(erase('ada', at, cause)).rejects.toThrow('killed');
  contacts.remove = remove;

  await erase('ada', at, cause);
  await erase('ada', at, cause);

  expect(await holdings('ada')).toEqual(nothing);
});

it('removes from a list, too, onto which an import puts somebody meanwhile', async () => {
  const { erase, holdings, contacts, members } = await setUp();
  const remove = contacts.remove.bind(contacts);
  contacts.remove = async (contactId) => {
    const known = contacts.all.get(contactId);
    if (known) contacts.all.set(contactId, { ...known, lists: { ...known.lists, lst_late: at } });
    for (const listId of ['lst_1', 'lst_late']) await members.add(listId, [contactId]);
    return remove(contactId);
  };

  await erase('ada', at, cause);

  expect(await holdings('ada')).toEqual(nothing);
  expect(members.of('lst_late')).toEqual([]);
});

it('writes down nothing of an erased person any more, whatever comes late', async () => {
  const { erase, changeConsent, holdings } = await setUp();
  await erase('ada', at, cause);

  await changeConsent({ said: { ...left, scope: everything, reason: 'complaint' } }, cause);

  expect(await holdings('ada')).toEqual(nothing);
});

it('takes note only of people who are known', async () => {
  const { contacts } = await setUp();
  const sent: string[] = [];
  const commands = { erase: async (contactId: string, when: string) => void sent.push(`${contactId} ${when}`) };
  const request = makeRequestErasure({ contacts, commands, clock: clockAt(at) });

  const answers = [await request('ada', cause), await request('eve', cause)];

  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  expect(sent).toEqual([`ada ${at}`]);
});

it('hands out all that is known of one person', async () => {
  const { exportContact } = await setUp();

  const found = await exportContact('ada');

  expect(found).toMatchObject({
    card: { contact: { address: 'ada@example.com' }, lists: [{ listId: 'lst_1' }, { listId: 'lst_2' }] },
    history: [
      { said: { scope: ofList('lst_9') } },
      { said: { scope: ofList('lst_1') } },
      { said: { scope: everything } },
    ],
  });
  expect(await exportContact('eve')).toBeUndefined();
});
