import fc from 'fast-check';

import { type Consent, everything, ofList } from '../domain/consent.ts';
import { InMemoryConsents, InMemoryContacts } from '../testing/in-memory-people.ts';
import {
  clockAt,
  PlainTokens,
  RecordingAnnouncements,
  RecordingConsentCommands,
} from '../testing/in-memory-platform.ts';
import { makeChangeConsent, makeRecordOutcome } from './change-consent.ts';
import { makeRequestConsentChange } from './request-consent-change.ts';
import { makeUnsubscribe } from './unsubscribe.ts';

const cause = { correlationId: 'request-1', causationId: 'message-1' };
const at = '2026-11-21T10:00:00.000Z';
const left: Consent = { contactId: 'ada', scope: ofList('lst_1'), at, isSuppressed: true, reason: 'unsubscribed' };
const back: Consent = { contactId: 'ada', scope: ofList('lst_1'), at: '2026-11-22T10:00:00.000Z', isSuppressed: false };

const setUp = () => {
  const consents = new InMemoryConsents();
  const announcements = new RecordingAnnouncements();
  const changeConsent = makeChangeConsent({ consents, announcements });
  return { consents, announcements, changeConsent, recordOutcome: makeRecordOutcome(changeConsent) };
};

it('records a wish and tells it on', async () => {
  const { changeConsent, consents, announcements } = setUp();

  await changeConsent(left, cause);

  expect((await consents.find(left.scope, ['ada'])).get('ada')).toEqual(left);
  expect(announcements.consents).toEqual([left]);
  expect(announcements.causes).toEqual([cause]);
});

it('tells again what stands when a message comes again, since nobody knows how far it came the first time', async () => {
  const { changeConsent, announcements } = setUp();
  await changeConsent(left, cause);
  await changeConsent(back, cause);

  await changeConsent(left, cause);

  expect(announcements.consents).toEqual([left, back, back]);
});

it('comes to the same whatever the order of delivery, and last tells what stands', async () => {
  const facts = [left, back, { ...left, at: '2026-11-23T10:00:00.000Z' }, { ...back, at: '2026-11-20T10:00:00.000Z' }];

  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), async (delivered) => {
      const { changeConsent, announcements } = setUp();

      for (const fact of delivered) await changeConsent(fact, cause);

      expect(announcements.consents.at(-1)).toEqual(facts[2]);
    }),
  );
});

it('stops all mail to an address after a hard bounce or a complaint', async () => {
  const { recordOutcome, announcements } = setUp();

  await recordOutcome({ contactId: 'ada', at, reason: 'complaint' }, cause);

  expect(announcements.consents).toEqual([
    { contactId: 'ada', at, scope: everything, isSuppressed: true, reason: 'complaint' },
  ]);
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
  const clock = clockAt(at);
  const tokens = new PlainTokens();
  return {
    commands,
    tokens,
    requestChange: makeRequestConsentChange({ contacts, commands, clock }),
    unsubscribe: makeUnsubscribe({ tokens, commands, clock }),
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

  await requestChange({ contactId: 'ada', ...wish }, cause);

  expect(commands.sent).toEqual([sent]);
});

it('knows no wish of somebody unknown', async () => {
  const { requestChange, commands } = setUpWishes();

  expect(await requestChange({ contactId: 'eve', change: 'unsubscribe' }, cause)).toMatchObject({ ok: false });
  expect(commands.sent).toEqual([]);
});

it('does what the bearer of a token may, however often', async () => {
  const { unsubscribe, tokens, commands } = setUpWishes();
  const token = (await tokens.signer())({ contactId: 'ada', scope: ofList('lst_1'), runId: 'run_1' });

  const answers = [
    await unsubscribe(token, cause),
    await unsubscribe(token, cause),
    await unsubscribe('forged', cause),
  ];

  expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
  expect(commands.sent).toEqual([left, left]);
});
