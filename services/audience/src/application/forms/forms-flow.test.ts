import { everything, ofList } from '../../domain/consent.ts';
import {
  ADA,
  complains,
  givenForm,
  leavesAll,
  leavesList,
  MONDAY,
  TUESDAY,
  WEDNESDAY,
} from '../../testing/form-world.ts';
import { CountingLimits } from '../../testing/in-memory-forms.ts';

const gets = { isMember: true, all: false, list: false, other: false };

it('asks the mailbox first, and has nobody on the list before it has answered', async () => {
  const { send, take, mails, standing, commands } = givenForm();
  await send();

  expect(await take()).toBe('asked');
  expect(commands.taken).toEqual(['cnf_1']);
  expect(mails.announced).toMatchObject([{ to: ADA, text: expect.stringContaining('/confirmations/token-cnf_1') }]);
  expect(await standing()).toMatchObject({ isMember: false });
});

it('puts on the list who confirms, with what was said and the words that were agreed to', async () => {
  const { send, take, confirm, standing, contacts, contactId, history } = givenForm({
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
  const { send, take, mails } = givenForm();
  await send(ADA, { name: 'Win at evil.example' });

  await take();

  expect(JSON.stringify(mails.announced)).not.toContain('evil');
});

it.each([
  ['left the list', leavesList],
  ['left everything', leavesAll],
])('has back who %s and confirms', async (_, word) => {
  const { send, take, confirm, say, standing } = givenForm();
  await say(word);
  await send();
  await take();

  await confirm(TUESDAY);

  expect(await standing()).toEqual(gets);
});

it('has back for this list alone who had left everything', async () => {
  const { send, take, confirm, say, join, standing } = givenForm();
  await join('lst_2');
  await say(leavesAll);
  await send();
  await take();

  await confirm(TUESDAY);

  expect(await standing()).toEqual({ ...gets, other: true });
});

it('has back who was erased and comes again, and tells everybody so', async () => {
  const { send, take, confirm, erasures, contactId, announcements, standing } = givenForm();
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
  const { send, take, confirm, erasures, contactId, contacts, standing } = givenForm();
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
  const { send, take, say, mails } = givenForm();
  await say(complains);

  expect(await send()).toEqual({ ok: true, value: undefined });
  expect(await take()).toBe('nothing');
  expect(mails.announced).toEqual([]);
});

it('mails nobody who confirms after having complained', async () => {
  const { send, take, confirm, say, standing } = givenForm();
  await send();
  await take();
  await say({ ...complains, at: MONDAY });

  await confirm(TUESDAY);

  expect(await standing()).toMatchObject({ all: true });
});

it('lets nobody come back twice by one confirmation', async () => {
  const { send, take, confirm, say, standing } = givenForm();
  await send();
  await take();
  await confirm(TUESDAY);
  await say({ ...leavesList, at: WEDNESDAY });

  await confirm('2026-11-19T10:00:00.000Z');

  expect(await standing()).toMatchObject({ list: true });
});

describe('a form without confirmation', () => {
  it('subscribes at once who is new', async () => {
    const { send, take, standing, mails } = givenForm({ doubleOptIn: false });
    await send();

    expect(await take()).toBe('subscribed');
    expect(await standing()).toEqual(gets);
    expect(mails.announced).toEqual([]);
  });

  it.each([
    ['left the list', leavesList],
    ['left everything', leavesAll],
  ])('asks whoever %s, because nobody has shown whose mailbox it is', async (_, word) => {
    const { send, take, say, standing } = givenForm({ doubleOptIn: false });
    await say(word);
    await send();

    expect(await take()).toBe('asked');
    expect(await standing()).toMatchObject({ isMember: false });
  });

  it('asks whoever was erased, because nobody has shown that it is their word', async () => {
    const { send, take, erasures, contactId, standing } = givenForm({ doubleOptIn: false });
    await erasures.add(contactId, MONDAY);
    await send();

    expect(await take()).toBe('asked');
    expect([await standing(), await erasures.has(contactId)]).toMatchObject([{ isMember: false }, true]);
  });

  it('lets no stranger overwrite what is known of somebody', async () => {
    const { send, take, contacts, contactId, join } = givenForm({ doubleOptIn: false, fields: ['name', 'city'] });
    await join('lst_2', MONDAY, { name: 'Ada' });
    await send(ADA, { name: 'Win at evil.example', city: 'London' });

    expect([await take(), await take()]).toEqual(['subscribed', 'subscribed']);
    expect(contacts.all.get(contactId)?.fields).toEqual({ name: 'Ada', city: 'London' });
  });
});

it('does nothing with what programs fill in, and says that all is well', async () => {
  const { send, commands, submissions } = givenForm();

  expect(await send(ADA, {}, true)).toEqual({ ok: true, value: undefined });
  expect([commands.taken, submissions.all.size]).toEqual([[], 0]);
});

it.each([
  ['an address that is none', 'ada@', {}, { kind: 'address_invalid', problem: 'domain_malformed' }],
  ['a value that is none of its type', ADA, { age: 'old' }, { kind: 'field_invalid', field: 'age' }],
])('refuses %s', async (_, address, fields, problem) => {
  const { send } = givenForm({ fields: ['age'] });

  expect(await send(address, fields)).toMatchObject({ ok: false, problem });
});

it('stops a source that sends too much', async () => {
  const { send } = givenForm({}, new CountingLimits({ source: 2 }));

  const outcomes = [await send(), await send(), await send()];

  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
  expect(outcomes[2]).toMatchObject({ problem: { kind: 'too_many', retryAfterSeconds: 60 } });
});

it('floods no mailbox, however its address is spelt, and counts no submission twice', async () => {
  const { send, take, mails } = givenForm({}, new CountingLimits({ mailbox: 2 }));
  for (const address of ['a.da@gmail.com', 'ada+1@googlemail.com', 'ad.a@gmail.com']) await send(address);

  const taken = [await take('cnf_1'), await take('cnf_2'), await take('cnf_1'), await take('cnf_3')];

  expect(taken).toEqual(['asked', 'asked', 'asked', 'nothing']);
  expect(new Set(mails.announced.map(({ confirmationId }) => confirmationId)).size).toBe(2);
});

it('asks nobody for a form that was deleted', async () => {
  const { send, take, forms } = givenForm();
  await send();
  await forms.remove('frm_1');

  expect(await take()).toBe('nothing');
});
