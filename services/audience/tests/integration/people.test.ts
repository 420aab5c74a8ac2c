import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoConsentHistory } from '../../src/adapters/dynamo-consent-history.ts';
import { DynamoConsents } from '../../src/adapters/dynamo-consents.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { DynamoErasures } from '../../src/adapters/dynamo-erasures.ts';
import { DynamoMembers } from '../../src/adapters/dynamo-members.ts';
import { DynamoRecipientContacts } from '../../src/adapters/dynamo-recipient-contacts.ts';
import { DynamoSigningKeys } from '../../src/adapters/dynamo-signing-keys.ts';
import { DynamoSoftBounces } from '../../src/adapters/dynamo-soft-bounces.ts';
import { DynamoTimeline } from '../../src/adapters/dynamo-timeline.ts';
import { DynamoSubmissions } from '../../src/adapters/forms/dynamo-submissions.ts';
import { makeChangeConsent } from '../../src/application/change-consent.ts';
import { makeEraseContact } from '../../src/application/erase-contact.ts';
import { everybody, type Selector } from '../../src/application/segments/selector.ts';
import { readShard } from '../../src/application/snapshot/read-shard.ts';
import { everything, ofList, type Said } from '../../src/domain/consent.ts';
import { SHARDS } from '../../src/domain/shard.ts';
import { clockAt, PlainTokens, RecordingAnnouncements } from '../../src/testing/in-memory-platform.ts';
import { startTable } from './test-table.ts';

const AT = '2026-11-21T10:00:00.000Z';
const cause = { correlationId: 'request-1' };
const { table, stop } = await startTable();
const contacts = new DynamoContacts(table);
const members = new DynamoMembers(table);
const consents = new DynamoConsents(table);
const history = new DynamoConsentHistory(table);
const erasures = new DynamoErasures(table);
const announcements = new RecordingAnnouncements();
const changeConsent = makeChangeConsent({ consents, history, erasures, announcements });

const address = (n: number) => `person.${n}@example.com`;
const idOf = (n: number) => contactIdOf(address(n));
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const join = async (listId: string, people: readonly number[], fields: Readonly<Record<string, string>> = {}) => {
  await contacts.save(
    people.map((n) => ({
      contactId: idOf(n),
      address: address(n),
      fields: { ...fields, secret: 'no' },
      lists: {},
      saidAt: AT,
      revision: 0,
    })),
  );
  await members.add(listId, people.map(idOf));
};
const say = (n: number, scope: Said['scope']) =>
  changeConsent({ said: { contactId: idOf(n), scope, at: AT, isSuppressed: true, reason: 'unsubscribed' } }, cause);

/** Everybody whom a snapshot would have, shard by shard. */
const recipientsOf = async (
  lists: readonly [string, ...string[]],
  exclude: readonly string[],
  fields: readonly string[],
  selector: Selector = everybody,
) => {
  const readers = {
    members,
    consents,
    erasures,
    contacts: new DynamoRecipientContacts(table),
    tokens: new PlainTokens(),
  };
  const found = [];
  for (let shard = 0; shard < SHARDS; shard += 1) {
    for await (const page of readShard(readers, { lists, exclude, fields, runId: 'run_1', shard, selector })) {
      found.push(...page.recipients);
    }
  }
  return found;
};

afterAll(stop);

it('freezes those of several lists who have not left, in the order of their ids, without those of another', async () => {
  await join('lst_1', numbers(400));
  await join('lst_2', numbers(500).slice(300));
  await join('lst_3', numbers(500).slice(490));
  for (const n of [1, 2, 350]) await say(n, ofList('lst_1'));
  await say(3, everything);

  const found = await recipientsOf(['lst_1', 'lst_2'], ['lst_3'], []);

  const expected = numbers(490).filter((n) => ![1, 2, 3].includes(n));
  expect(found.map(({ contactId }) => contactId)).toEqual(expected.map(idOf).toSorted());
});

it.each([
  ['a few', ['이름', 'first name.x', 'size', 'constructor', 'missing']],
  ['more than there are paths for', ['이름', 'first name.x', 'size', ...numbers(40).map((n) => `f${n}`)]],
  ['none', []],
])('reads no fields but those that are asked for, whatever they are called: %s', async (_, fields) => {
  const known = { 이름: '에이다', 'first name.x': 'Ada', size: '5', constructor: 'c' };
  await join(`lst_${fields.length}`, [1_000 + fields.length], known);

  const [found] = await recipientsOf([`lst_${fields.length}`], [], fields);

  expect(found?.fields).toEqual(Object.fromEntries(Object.entries(known).filter(([field]) => fields.includes(field))));
});

it('knows by which import somebody joined a list', async () => {
  await join('lst_8', [8_000, 8_001]);
  const known = await contacts.find([idOf(8_000)]);
  await contacts.save([...known.values()].map((contact) => ({ ...contact, joinedBy: { lst_8: 'imp_8' } })));

  const found = await recipientsOf(['lst_8'], [], []);

  const imports = new Map(found.map(({ contactId, importId }) => [contactId, importId]));
  expect([idOf(8_000), idOf(8_001)].map((contactId) => imports.get(contactId))).toEqual(['imp_8', undefined]);
});

it('keeps every word about a consent, newest first, page by page', async () => {
  const words = ['2026-11-21', '2026-11-22', '2026-11-23'].map((day) => ({
    contactId: idOf(5_000),
    scope: ofList('lst_1'),
    at: `${day}T10:00:00.000Z`,
    isSuppressed: false as const,
  }));
  for (const said of words) await changeConsent({ said }, cause);
  await changeConsent(
    { said: { ...words[1], contactId: idOf(5_000), scope: ofList('lst_1'), at: AT, isSuppressed: false } },
    cause,
  );

  const first = await history.page(idOf(5_000), { limit: 2 });
  const second = await history.page(idOf(5_000), { limit: 2, cursor: first.cursor });

  expect([...first.items, ...second.items].map(({ said }) => said)).toEqual(words.toReversed());
});

it('decides again when two words come at the same time', async () => {
  const about = { contactId: idOf(6_000), scope: everything, isSuppressed: true } as const;

  await Promise.all([
    changeConsent({ said: { ...about, at: AT, reason: 'complaint' } }, cause),
    changeConsent({ said: { ...about, at: '2026-11-22T10:00:00.000Z', reason: 'unsubscribed' } }, cause),
    changeConsent({ said: { ...about, at: '2026-11-20T10:00:00.000Z', reason: 'hard_bounce' } }, cause),
  ]);

  const standing = (await consents.find(everything, [idOf(6_000)])).get(idOf(6_000));
  expect(standing).toMatchObject({ verdict: { reason: 'complaint' }, choice: { reason: 'unsubscribed' } });
});

it('has one signing key, whoever makes it', async () => {
  const keys = await Promise.all(numbers(4).map(() => new DynamoSigningKeys(table, clockAt(AT)).current()));

  expect(new Set(keys.map(({ secret }) => secret.toString('hex'))).size).toBe(1);
});

it('forgets a person, and leaves them out of snapshots when somebody brings them again', async () => {
  const [gone, other] = [7_000, 7_001];
  await join('lst_7', [gone, other]);
  await say(gone, ofList('lst_8'));
  const erase = makeEraseContact({
    contacts,
    members,
    consents,
    history,
    events: new DynamoTimeline(table),
    submissions: new DynamoSubmissions(table),
    softBounces: new DynamoSoftBounces(table),
    erasures,
    announcements: { contactErased: async () => {} },
  });

  await erase(idOf(gone), AT, cause);
  const known = await contacts.find([idOf(gone)]);
  const words = (await history.page(idOf(gone), { limit: 10 })).items;
  await join('lst_7', [gone]);
  const found = await recipientsOf(['lst_7'], [], []);

  expect([known.size, words]).toEqual([0, []]);
  expect(found.map(({ contactId }) => contactId)).toEqual([idOf(other)]);
  expect([await new DynamoErasures(table).has(idOf(gone)), await erasures.has(idOf(other))]).toEqual([true, false]);
});
