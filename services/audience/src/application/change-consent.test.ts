import fc from 'fast-check';

import { everything, ofList, type Said, whatStands } from '../domain/consent.ts';
import {
  InMemoryConsentHistory,
  InMemoryConsents,
  InMemoryContacts,
  InMemoryErasures,
  InMemoryLists,
} from '../testing/in-memory-people.ts';
import {
  clockAt,
  PlainChecks,
  PlainTokens,
  RecordingAnnouncements,
  RecordingConsentCommands,
} from '../testing/in-memory-platform.ts';
import { makeChangeConsent, makeRecordOutcome } from './change-consent.ts';
import { makeRequestConsentChange } from './request-consent-change.ts';
import { makeUnsubscribe } from './unsubscribe.ts';

const cause = { correlationId: 'request-1', causationId: 'message-1' };
const at = '2026-11-21T10:00:00.000Z';
const left: Said = { contactId: 'ada', scope: ofList('lst_1'), at, isSuppressed: true, reason: 'unsubscribed' };
const back: Said = { contactId: 'ada', scope: ofList('lst_1'), at: '2026-11-22T10:00:00.000Z', isSuppressed: false };

const setUp = () => {
  const consents = new InMemoryConsents();
  const announcements = new RecordingAnnouncements();
  const history = new InMemoryConsentHistory();
  const erasures = new InMemoryErasures();
  const change = makeChangeConsent({ consents, history, erasures, announcements });
  const changeConsent = (said: Said) => change({ said }, cause);
  return { consents, announcements, history, changeConsent, recordOutcome: makeRecordOutcome(change) };
};

it('records a wish and tells it on', async () => {
  const { changeConsent, consents, announcements } = setUp();

  await changeConsent(left);

  expect((await consents.find(left.scope, ['ada'])).get('ada')).toMatchObject(left);
  expect(announcements.consents).toMatchObject([left]);
  expect(announcements.causes).toEqual([cause]);
});

it('tells again what stands when a message comes again, since nobody knows how far it came the first time', async () => {
  const { changeConsent, announcements } = setUp();
  await changeConsent(left);
  await changeConsent(back);

  await changeConsent(left);

  expect(announcements.consents).toMatchObject([left, back, back]);
});

it('comes to the same whatever the order of delivery, and last tells what stands', async () => {
  const facts = [left, back, { ...left, at: '2026-11-23T10:00:00.000Z' }, { ...back, at: '2026-11-20T10:00:00.000Z' }];

  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), async (delivered) => {
      const { changeConsent, announcements } = setUp();

      for (const fact of delivered) await changeConsent(fact);

      expect(announcements.consents.at(-1)).toMatchObject(facts[2] ?? {});
    }),
  );
});

it('stops all mail to an address after a hard bounce or a complaint', async () => {
  const { recordOutcome, announcements, history } = setUp();

  await recordOutcome({ contactId: 'ada', at, reason: 'complaint', runId: 'run_1' }, cause);

  const said = { contactId: 'ada', at, scope: everything, isSuppressed: true, reason: 'complaint' };
  expect(announcements.consents).toMatchObject([said]);
  expect(history.entries).toEqual([{ said, evidence: { by: 'mailbox', how: 'complaint', runId: 'run_1' } }]);
});

it('does not tell that a complainer is back, whatever the team says', async () => {
  const { recordOutcome, changeConsent, announcements, history } = setUp();
  await recordOutcome({ contactId: 'ada', at, reason: 'complaint', runId: 'run_1' }, cause);

  await changeConsent({ ...left, scope: everything, at: '2026-11-22T10:00:00.000Z' });
  await changeConsent({ ...back, scope: everything, at: '2026-11-23T10:00:00.000Z' });

  expect(announcements.consents.map(({ isSuppressed }) => isSuppressed)).toEqual([true, true, true]);
  expect(announcements.consents.at(-1)).toMatchObject({ reason: 'complaint', at: '2026-11-23T10:00:00.000Z' });
  expect(history.entries.map(({ said }) => said.isSuppressed)).toEqual([true, true, false]);
});

const setUpWishes = () => {
  const contacts = new InMemoryContacts();
  contacts.all.set('ada', {
    contactId: 'ada',
    address: 'ada@example.com',
    fields: {},
    lists: {},
    saidAt: at,
    revision: 1,
  });
  const commands = new RecordingConsentCommands();
  const consents = new InMemoryConsents();
  const lists = new InMemoryLists({ listId: 'lst_1', name: 'Letters', createdAt: at });
  const clock = clockAt(at);
  const tokens = new PlainTokens();
  return {
    commands,
    tokens,
    consents,
    requestChange: makeRequestConsentChange({ contacts, lists, consents, commands, clock }),
    unsubscribe: makeUnsubscribe({ tokens, checks: new PlainChecks(), commands, clock }),
  };
};

it.each([
  [{ listId: 'lst_1', change: 'unsubscribe' as const }, left],
  [
    { listId: 'lst_1', change: 'resubscribe' as const },
    { ...back, at },
  ],
  [{ change: 'unsubscribe' as const }, { ...left, scope: everything }],
])('sends the wish %j to our own queue', async (wish, sent) => {
  const { requestChange, commands } = setUpWishes();

  await requestChange({ contactId: 'ada', member: 'grace', ...wish }, cause);

  expect(commands.sent).toEqual([{ said: sent, evidence: { by: 'member', how: 'api', member: 'grace' } }]);
});

it('knows no wish of somebody unknown', async () => {
  const { requestChange, commands } = setUpWishes();

  expect(await requestChange({ contactId: 'eve', change: 'unsubscribe' }, cause)).toMatchObject({ ok: false });
  expect(commands.sent).toEqual([]);
});

it.each(['unsubscribe', 'resubscribe'] as const)(
  'takes no wish to %s from a list that does not exist',
  async (change) => {
    const { requestChange, commands } = setUpWishes();

    const outcome = await requestChange({ contactId: 'ada', listId: 'lst_9', change }, cause);

    expect(outcome).toEqual({ ok: false, problem: { kind: 'list_not_found' } });
    expect(commands.sent).toEqual([]);
  },
);

it('takes no wish to bring back a complainer, and says why', async () => {
  const { requestChange, commands, consents } = setUpWishes();
  await consents.save(
    whatStands(undefined, { contactId: 'ada', scope: everything, at, isSuppressed: true, reason: 'complaint' }),
  );

  const outcome = await requestChange({ contactId: 'ada', change: 'resubscribe' }, cause);
  await requestChange({ contactId: 'ada', change: 'unsubscribe' }, cause);

  expect(outcome).toEqual({ ok: false, problem: { kind: 'suppressed_for_good', reason: 'complaint' } });
  expect(commands.sent).toHaveLength(1);
});

it('does what the bearer of a token may, however often', async () => {
  const { unsubscribe, tokens, commands } = setUpWishes();
  const token = (await tokens.signer())({ contactId: 'ada', scope: ofList('lst_1'), runId: 'run_1' });

  const answers = [
    await unsubscribe(token, { how: 'one_click' }, cause),
    await unsubscribe(token, { how: 'one_click' }, cause),
    await unsubscribe('forged', { how: 'one_click' }, cause),
  ];

  expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
  const evidence = { by: 'contact', how: 'one_click', runId: 'run_1' };
  expect(commands.sent).toEqual([
    { said: left, evidence },
    { said: left, evidence },
  ]);
});
