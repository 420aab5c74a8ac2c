import fc from 'fast-check';

import { everything, ofList, type Said, type Scope } from '../../domain/consent.ts';
import type { Form } from '../../domain/forms/form.ts';
import { InMemoryAttributes } from '../../testing/in-memory-attributes.ts';
import {
  CountingLimits,
  formOf,
  InMemoryConfirmationMails,
  InMemoryForms,
  InMemorySubmissions,
  plainConfirmationTokens,
  RecordingSubscriptionCommands,
  ReturnableErasures,
} from '../../testing/in-memory-forms.ts';
import {
  InMemoryConsentHistory,
  InMemoryConsents,
  InMemoryContacts,
  InMemoryLists,
  InMemoryMembers,
} from '../../testing/in-memory-people.ts';
import { countingIds, RecordingAnnouncements, tickingClock } from '../../testing/in-memory-platform.ts';
import { makeChangeConsent } from '../change-consent.ts';
import { makeUpsertContacts } from '../upsert-contacts.ts';
import { makeConfirmSubscription } from './confirm.ts';
import { makeSubmitForm } from './submit-form.ts';
import { makeSubscribe } from './subscribe.ts';
import { makeTakeSubmission } from './take-submission.ts';

const cause = { correlationId: 'request-1' };
const ADA = 'ada@example.com';
const MONDAY = '2026-11-16T10:00:00.000Z';
const TUESDAY = '2026-11-17T10:00:00.000Z';
const WEDNESDAY = '2026-11-18T10:00:00.000Z';

const setUp = (said: Partial<Form> = {}, limits = new CountingLimits()) => {
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
    join: async (listId: string, at = MONDAY) => {
      await upsertContacts({ arrivals: [{ contactId, address: ADA, fields: {}, position: 0 }], listId, at });
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

const leavesAll = { scope: everything, at: MONDAY, isSuppressed: true, reason: 'unsubscribed' } as const;
const leavesList = { scope: ofList('lst_1'), at: MONDAY, isSuppressed: true, reason: 'unsubscribed' } as const;
const complains = { scope: everything, at: MONDAY, isSuppressed: true, reason: 'complaint' } as const;
const gets = { isMember: true, all: false, list: false, other: false };

it('asks the mailbox first, and has nobody on the list before it has answered', async () => {
  const { send, take, mails, standing, commands } = setUp();
  await send();

  expect(await take()).toBe('asked');
  expect(commands.taken).toEqual(['cnf_1']);
  expect(mails.announced).toMatchObject([{ to: ADA, text: expect.stringContaining('/confirmations/token-cnf_1') }]);
  expect(await standing()).toMatchObject({ isMember: false });
});

it('puts on the list who confirms, with what was said and the words that were agreed to', async () => {
  const { send, take, confirm, standing, contacts, contactId, history } = setUp({
    texts: { consent: 'Yes, letters!' },
  });
  await send(ADA, { name: 'Ada', secret: 'not of this form' });
  await take();

  await confirm(TUESDAY);

  expect(await standing()).toEqual(gets);
  expect(contacts.all.get(contactId)?.fields).toEqual({ name: 'Ada' });
  expect(history.entries).toMatchObject([
    { said: { scope: ofList('lst_1'), at: TUESDAY }, evidence: { by: 'contact', how: 'form', words: 'Yes, letters!' } },
  ]);
});

it('writes nothing into the mail that was typed into the form', async () => {
  const { send, take, mails } = setUp();
  await send(ADA, { name: 'Win at evil.example' });

  await take();

  expect(JSON.stringify(mails.announced)).not.toContain('evil');
});

it.each([
  ['left the list', leavesList],
  ['left everything', leavesAll],
])('has back who %s and confirms', async (_, word) => {
  const { send, take, confirm, say, standing } = setUp();
  await say(word);
  await send();
  await take();

  await confirm(TUESDAY);

  expect(await standing()).toEqual(gets);
});

it('has back for this list alone who had left everything', async () => {
  const { send, take, confirm, say, join, standing } = setUp();
  await join('lst_2');
  await say(leavesAll);
  await send();
  await take();

  await confirm(TUESDAY);

  expect(await standing()).toEqual({ ...gets, other: true });
});

it('has back who was erased and comes again, and tells everybody so', async () => {
  const { send, take, confirm, erasures, contactId, announcements, standing } = setUp();
  await erasures.add(contactId, MONDAY);
  await send();
  await take();

  await confirm(TUESDAY);

  expect(await standing()).toEqual(gets);
  expect(announcements.consents).toMatchObject([
    { scope: everything, isSuppressed: false, at: TUESDAY },
    { scope: ofList('lst_1'), isSuppressed: false, at: TUESDAY },
  ]);
});

it('does not bring back by an old confirmation who was erased since', async () => {
  const { send, take, confirm, erasures, contactId, contacts, standing } = setUp();
  await send();
  await take();
  await confirm(TUESDAY);
  await erasures.add(contactId, WEDNESDAY);
  contacts.all.delete(contactId);

  await confirm(TUESDAY);

  expect(contacts.all.has(contactId)).toBe(false);
  expect(await standing()).toMatchObject({ list: false });
});

it('asks nobody who has called our mail spam, and nobody hears of it', async () => {
  const { send, take, say, mails } = setUp();
  await say(complains);

  expect(await send()).toEqual({ ok: true, value: undefined });
  expect(await take()).toBe('nothing');
  expect(mails.announced).toEqual([]);
});

it('mails nobody who confirms after having complained', async () => {
  const { send, take, confirm, say, standing } = setUp();
  await send();
  await take();
  await say({ ...complains, at: MONDAY });

  await confirm(TUESDAY);

  expect(await standing()).toMatchObject({ all: true });
});

it('lets nobody come back twice by one confirmation', async () => {
  const { send, take, confirm, say, standing } = setUp();
  await send();
  await take();
  await confirm(TUESDAY);
  await say({ ...leavesList, at: WEDNESDAY });

  await confirm('2026-11-19T10:00:00.000Z');

  expect(await standing()).toMatchObject({ list: true });
});

describe('a form without confirmation', () => {
  it('subscribes at once who is new', async () => {
    const { send, take, standing, mails } = setUp({ doubleOptIn: false });
    await send();

    expect(await take()).toBe('subscribed');
    expect(await standing()).toEqual(gets);
    expect(mails.announced).toEqual([]);
  });

  it.each([
    ['left the list', leavesList],
    ['left everything', leavesAll],
  ])('asks whoever %s, because nobody has shown whose mailbox it is', async (_, word) => {
    const { send, take, say, standing } = setUp({ doubleOptIn: false });
    await say(word);
    await send();

    expect(await take()).toBe('asked');
    expect(await standing()).toMatchObject({ isMember: false });
  });
});

it('does nothing with what programs fill in, and says that all is well', async () => {
  const { send, commands, submissions } = setUp();

  expect(await send(ADA, {}, true)).toEqual({ ok: true, value: undefined });
  expect([commands.taken, submissions.all.size]).toEqual([[], 0]);
});

it.each([
  ['an address that is none', 'ada@', {}, { kind: 'address_invalid', problem: 'domain_malformed' }],
  ['a value that is none of its type', ADA, { age: 'old' }, { kind: 'field_invalid', field: 'age' }],
])('refuses %s', async (_, address, fields, problem) => {
  const { send } = setUp({ fields: ['age'] });

  expect(await send(address, fields)).toMatchObject({ ok: false, problem });
});

it('stops a source that sends too much', async () => {
  const { send } = setUp({}, new CountingLimits({ source: 2 }));

  const outcomes = [await send(), await send(), await send()];

  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
  expect(outcomes[2]).toMatchObject({ problem: { kind: 'too_many', retryAfterSeconds: 60 } });
});

it('floods no mailbox, however its address is spelt, and counts no submission twice', async () => {
  const { send, take, mails } = setUp({}, new CountingLimits({ mailbox: 2 }));
  for (const address of ['a.da@gmail.com', 'ada+1@googlemail.com', 'ad.a@gmail.com']) await send(address);

  const taken = [await take('cnf_1'), await take('cnf_2'), await take('cnf_1'), await take('cnf_3')];

  expect(taken).toEqual(['asked', 'asked', 'asked', 'nothing']);
  expect(new Set(mails.announced.map(({ confirmationId }) => confirmationId)).size).toBe(2);
});

it('asks nobody for a form that was deleted', async () => {
  const { send, take, forms } = setUp();
  await send();
  await forms.remove('frm_1');

  expect(await take()).toBe('nothing');
});

/** What may happen, in this order. */
const happening = fc.array(fc.constantFrom('confirm', 'leave list', 'leave all', 'erase', 'join other'), {
  minLength: 1,
  maxLength: 7,
});

it('ends the same whether a confirmation is told once or again and again', async () => {
  const instant = (n: number) => new Date(Date.parse(TUESDAY) + n * 60_000).toISOString();
  const live = async (events: readonly string[], repeats: boolean) => {
    const world = setUp();
    await world.send();
    for (const [n, event] of events.entries()) {
      const at = instant(n);
      if (event === 'confirm') await world.confirm(at);
      if (event === 'leave list') await world.say({ ...leavesList, at });
      if (event === 'leave all') await world.say({ ...leavesAll, at });
      if (event === 'join other') await world.join('lst_2', at);
      if (event === 'erase') {
        await world.erasures.add(world.contactId, at);
        world.contacts.all.delete(world.contactId);
        await world.members.remove('lst_1', world.contactId);
        for (const scope of [everything, ofList('lst_1'), ofList('lst_2')])
          await world.consents.remove(scope, world.contactId);
      }
      if (repeats && events.slice(0, n + 1).includes('confirm')) await world.confirm(at);
    }
    return { ...(await world.standing()), fields: world.contacts.all.get(world.contactId)?.lists };
  };

  await fc.assert(
    fc.asyncProperty(happening, async (events) => {
      expect(await live(events, true)).toEqual(await live(events, false));
    }),
    { numRuns: 300 },
  );
});
