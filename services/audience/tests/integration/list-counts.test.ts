import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoConsentHistory } from '../../src/adapters/dynamo-consent-history.ts';
import { DynamoConsents } from '../../src/adapters/dynamo-consents.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { DynamoErasures } from '../../src/adapters/dynamo-erasures.ts';
import { DynamoListCounts } from '../../src/adapters/dynamo-list-counts.ts';
import { DynamoMembers } from '../../src/adapters/dynamo-members.ts';
import { DynamoSoftBounces } from '../../src/adapters/dynamo-soft-bounces.ts';
import { DynamoTimeline } from '../../src/adapters/dynamo-timeline.ts';
import { DynamoSubmissions } from '../../src/adapters/forms/dynamo-submissions.ts';
import { countKey } from '../../src/adapters/keys.ts';
import type { Table } from '../../src/adapters/table.ts';
import { makeChangeConsent } from '../../src/application/change-consent.ts';
import { makeEraseContact } from '../../src/application/erase-contact.ts';
import { makeRecountList } from '../../src/application/list-counts/recount-list.ts';
import { makeUpsertContacts } from '../../src/application/upsert-contacts.ts';
import { ofList } from '../../src/domain/consent.ts';
import { RecordingAnnouncements } from '../../src/testing/in-memory-platform.ts';
import { type Death, dyingTable } from './dying-client.ts';
import { startTable } from './test-table.ts';

const AT = '2026-11-21T10:00:00.000Z';
const PEOPLE = 8;
const cause = { correlationId: 'request-1' };
const { table, config, stop } = await startTable();
const counts = new DynamoListCounts(table);
const members = new DynamoMembers(table);
const consents = new DynamoConsents(table);
const idOf = (world: number, person: number) => contactIdOf(`person.${person}@${world}.example.com`);

afterAll(stop);

const anyList = { find: async (listId: string) => ({ listId, name: 'Letters', createdAt: AT }) };

/** What happens to lists, as a process does it. */
const deedsOn = (on: Table) => {
  const people = {
    contacts: new DynamoContacts(on),
    members: new DynamoMembers(on),
    consents: new DynamoConsents(on),
    history: new DynamoConsentHistory(on),
    events: new DynamoTimeline(on),
    submissions: new DynamoSubmissions(on),
    softBounces: new DynamoSoftBounces(on),
    erasures: new DynamoErasures(on),
  };
  return {
    upsert: makeUpsertContacts(people),
    say: makeChangeConsent({ ...people, announcements: new RecordingAnnouncements() }),
    recount: makeRecountList({ ...people, lists: anyList, counts: new DynamoListCounts(on), settle: async () => {} }),
    erase: makeEraseContact({ ...people, announcements: { contactErased: async () => {} } }),
  };
};

const person = fc.nat({ max: PEOPLE - 1 });
const list = fc.constantFrom('a', 'b');
const day = fc.integer({ min: 10, max: 20 }).map((n) => `2026-11-${n}T10:00:00.000Z`);
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('chunk' as const), list, at: day, people: fc.uniqueArray(person) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('say' as const), list, at: day, person, isLeaving: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('recount' as const), list }) },
);
const death = fc.record({ calls: fc.nat({ max: 12 }), isAnswerLost: fc.boolean() });
/** A message, the deaths of those who handle it, and whether it comes again after all. */
const message = fc.record({ deed, deaths: fc.array(death, { maxLength: 2 }), isRepeated: fc.boolean() });

type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;
type Message = typeof message extends fc.Arbitrary<infer Value> ? Value : never;

const attempt = async (world: number, what: Deed, how: Death | undefined): Promise<void> => {
  const { upsert, say, erase, recount } = deedsOn(dyingTable(config, table.name, how));
  if (what.kind === 'erase') return erase(idOf(world, what.person), AT, cause);
  const listId = `lst_${world}${what.list}`;
  if (what.kind === 'recount') {
    await recount(listId);
    return;
  }
  if (what.kind === 'say') {
    const about = { contactId: idOf(world, what.person), scope: ofList(listId), at: what.at };
    const said = what.isLeaving
      ? ({ ...about, isSuppressed: true, reason: 'unsubscribed' } as const)
      : ({ ...about, isSuppressed: false } as const);
    return say({ said }, cause);
  }
  const arrivals = what.people.map((n) => ({
    contactId: idOf(world, n),
    address: `person.${n}@${world}.example.com`,
    fields: {},
    position: n,
  }));
  await upsert({ arrivals, listId, at: what.at });
};

const deliver = async (world: number, { deed: what, deaths, isRepeated }: Message): Promise<void> => {
  for (const each of deaths) await attempt(world, what, each).catch(() => {});
  await attempt(world, what, undefined);
  if (isRepeated) await attempt(world, what, undefined);
};

const readCount = async (listId: string) => ({
  members: await members.count(listId),
  unsubscribed: await consents.countSuppressed(ofList(listId)),
});

it('counts exactly whoever is there, whoever dies, whatever comes twice, and whatever happens at the same time', async () => {
  let world = 0;
  const lanes = fc.array(fc.array(message, { maxLength: 5 }), { minLength: 2, maxLength: 4 });

  await fc.assert(
    fc.asyncProperty(lanes, async (work) => {
      world += 1;
      const here = world;
      await Promise.all(
        work.map(async (lane) => {
          for (const each of lane) await deliver(here, each);
        }),
      );

      for (const listId of [`lst_${here}a`, `lst_${here}b`]) {
        expect(await counts.of(listId)).toMatchObject(await readCount(listId));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('adds up to a list that several imports write at the same time', async () => {
  const arrivals = Array.from({ length: 1_000 }, (_, n) => ({
    contactId: contactIdOf(`many.${n}@example.com`),
    address: `many.${n}@example.com`,
    fields: {},
    position: n,
  }));
  const { upsert } = deedsOn(table);

  await Promise.all(
    [0, 250, 500].map((from) => upsert({ arrivals: arrivals.slice(from, from + 500), listId: 'lst_many', at: AT })),
  );

  expect(await counts.of('lst_many')).toMatchObject({ members: 1_000, unsubscribed: 0 });
  expect(await members.count('lst_many')).toBe(1_000);
});

it('mends counters that somebody has changed by hand', async () => {
  await members.add('lst_mended', [idOf(0, 1), idOf(0, 2)]);
  await table.db.send(
    new UpdateCommand({
      TableName: table.name,
      Key: countKey('lst_mended', 5),
      UpdateExpression: 'ADD members :some',
      ExpressionAttributeValues: { ':some': 40 },
    }),
  );
  const { recount } = deedsOn(table);

  const answers = [await recount('lst_mended'), await recount('lst_mended')];

  expect(answers).toMatchObject([
    { value: { members: 2, corrected: { members: -40 } } },
    { value: { members: 2, corrected: { members: 0 } } },
  ]);
  expect(await counts.of('lst_mended')).toMatchObject({ members: 2, unsubscribed: 0 });
});
