import { makeChangeConsent } from '../application/change-consent.ts';
import { makeConfirmSubscription } from '../application/forms/confirm.ts';
import { makeSubmitForm } from '../application/forms/submit-form.ts';
import { makeSubscribe } from '../application/forms/subscribe.ts';
import { makeTakeSubmission } from '../application/forms/take-submission.ts';
import { makeUpsertContacts } from '../application/upsert-contacts.ts';
import type { Fields } from '../domain/arrival.ts';
import { everything, ofList, type Said, type Scope } from '../domain/consent.ts';
import type { Form } from '../domain/forms/form.ts';
import { InMemoryAttributes } from './in-memory-attributes.ts';
import {
  CountingLimits,
  formOf,
  InMemoryConfirmationMails,
  InMemoryForms,
  InMemorySubmissions,
  plainConfirmationTokens,
  RecordingSubscriptionCommands,
  ReturnableErasures,
} from './in-memory-forms.ts';
import {
  InMemoryConsentHistory,
  InMemoryConsents,
  InMemoryContacts,
  InMemoryLists,
  InMemoryMembers,
} from './in-memory-people.ts';
import { countingIds, RecordingAnnouncements, tickingClock } from './in-memory-platform.ts';

const cause = { correlationId: 'request-1' };
export const ADA = 'ada@example.com';
export const MONDAY = '2026-11-16T10:00:00.000Z';
export const TUESDAY = '2026-11-17T10:00:00.000Z';
export const WEDNESDAY = '2026-11-18T10:00:00.000Z';

/** Everything behind a form, with one person who may come through it. */
export const givenForm = (said: Partial<Form> = {}, limits = new CountingLimits()) => {
  const form = formOf(said);
  const contacts = new InMemoryContacts();
  const members = new InMemoryMembers();
  const consents = new InMemoryConsents();
  const history = new InMemoryConsentHistory();
  const erasures = new ReturnableErasures();
  const announcements = new RecordingAnnouncements();
  const submissions = new InMemorySubmissions();
  const commands = new RecordingSubscriptionCommands();
  const mails = new InMemoryConfirmationMails();
  const forms = new InMemoryForms(form);
  const lists = new InMemoryLists(
    ...['lst_1', 'lst_2'].map((listId) => ({ listId, name: `News of ${listId}`, createdAt: MONDAY })),
  );
  const upsertContacts = makeUpsertContacts({ contacts, members });
  const changeConsent = makeChangeConsent({ consents, history, erasures, announcements });
  const subscribe = makeSubscribe({ contacts, consents, returns: erasures, upsertContacts, changeConsent });
  const take = makeTakeSubmission({
    submissions,
    forms,
    lists,
    contacts,
    consents,
    erasures,
    limits,
    tokens: plainConfirmationTokens,
    mails,
    announcements: mails,
    subscribe,
  });
  const submit = makeSubmitForm({
    lists,
    attributes: new InMemoryAttributes({ name: 'age', type: 'number' }),
    submissions,
    limits,
    commands,
    toAscii: (domain) => domain,
    contactIdOf: (address) => `id of ${address}`,
    ids: countingIds(),
    clock: tickingClock('2026-11-17T08:00:00.000Z'),
  });
  const send = (address = ADA, fields: Readonly<Record<string, string>> = {}, isTrapped = false) =>
    submit({ form, address, fields, isTrapped, source: '192.0.2.1' }, cause);
  const contactId = `id of ${ADA}`;
  const isSuppressed = async (scope: Scope) =>
    (await consents.find(scope, [contactId])).get(contactId)?.isSuppressed ?? false;
  return {
    contacts,
    members,
    consents,
    history,
    erasures,
    announcements,
    submissions,
    commands,
    mails,
    forms,
    send,
    take: (id = 'cnf_1') => take(id, cause),
    confirm: (at: string, id = 'cnf_1') => makeConfirmSubscription({ submissions, subscribe })(id, at, cause),
    say: (
      said: Omit<Said, 'contactId'> & { readonly isSuppressed: true; readonly reason: 'unsubscribed' | 'complaint' },
    ) => changeConsent({ said: { ...said, contactId } }, cause),
    join: async (listId: string, at = MONDAY, fields: Fields = {}) => {
      await upsertContacts({ arrivals: [{ contactId, address: ADA, fields, position: 0 }], listId, at });
    },
    contactId,
    standing: async () => ({
      isMember: members.of('lst_1').includes(contactId),
      all: await isSuppressed(everything),
      list: await isSuppressed(ofList('lst_1')),
      other: await isSuppressed(ofList('lst_2')),
    }),
  };
};

export const leavesAll = { scope: everything, at: MONDAY, isSuppressed: true, reason: 'unsubscribed' } as const;
export const leavesList = { scope: ofList('lst_1'), at: MONDAY, isSuppressed: true, reason: 'unsubscribed' } as const;
export const complains = { scope: everything, at: MONDAY, isSuppressed: true, reason: 'complaint' } as const;
