import fc from 'fast-check';

import { contactIdOf } from '../adapters/contact-id.ts';
import { type Consent, everything, ofList, type SuppressionReason } from '../domain/consent.ts';
import { InMemoryConsents, InMemoryContacts, InMemoryLists, InMemoryMembers } from '../testing/in-memory-people.ts';
import { countingIds, InMemorySnapshots, PlainTokens, RecordingAnnouncements } from '../testing/in-memory-platform.ts';
import type { Clock } from './ports.ts';
import { makeTakeSnapshot } from './take-snapshot.ts';
import { makeUpsertContacts } from './upsert-contacts.ts';

const at = '2026-11-21T10:00:00.000Z';
const list = { listId: 'lst_1', name: 'Letters', createdAt: at };
const cause = { correlationId: 'request-1' };
const request = { runId: 'run_1', listId: 'lst_1', fields: ['name'], chunkSize: 4, firstChunkSize: 2 };
const address = (n: number) => `person.${n}@example.com`;

const setUp = async (people: number, clock: Clock = { now: () => new Date(at) }) => {
  const contacts = new InMemoryContacts();
  const members = new InMemoryMembers();
  const consents = new InMemoryConsents();
  const snapshots = new InMemorySnapshots();
  const announcements = new RecordingAnnouncements();
  const add = (count: number) => {
    const arrivals = Array.from({ length: count }, (_, n) => ({
      contactId: contactIdOf(address(n)),
      address: address(n),
      fields: { name: `Person ${n}`, secret: 'no' },
    }));
    return makeUpsertContacts({ contacts, members })({ arrivals, listId: list.listId, at });
  };
  await add(people);
  const takeSnapshot = makeTakeSnapshot({
    lists: new InMemoryLists(list),
    members,
    contacts,
    consents,
    snapshots,
    tokens: new PlainTokens(),
    announcements,
    clock,
    ids: countingIds(),
  });
  const suppress = (n: number, scope: Consent['scope'], reason: SuppressionReason) =>
    consents.replace({ contactId: contactIdOf(address(n)), scope, at, isSuppressed: true, reason }, undefined);
  return { takeSnapshot, snapshots, announcements, suppress, members, add };
};

it('freezes everybody on the list in the order of their ids, in chunks, the first of them short', async () => {
  const { takeSnapshot, snapshots } = await setUp(11);

  await takeSnapshot(request, cause);

  const chunks = snapshots.recipientsOf('run_1');
  const ids = chunks.flat().map(({ contactId }) => contactId);
  expect(chunks.map((chunk) => chunk.length)).toEqual([2, 4, 4, 1]);
  expect(ids).toEqual(ids.toSorted());
});

it('gives a recipient the fields that are asked for and a token of its own', async () => {
  const { takeSnapshot, snapshots } = await setUp(1);

  await takeSnapshot(request, cause);

  const contactId = contactIdOf(address(0));
  expect(snapshots.recipientsOf('run_1')).toEqual([
    [{ contactId, address: address(0), fields: { name: 'Person 0' }, token: `token-${contactId}` }],
  ]);
});

it('leaves out who has left and who is suppressed, and counts them by reason', async () => {
  const { takeSnapshot, snapshots, suppress, announcements } = await setUp(10);
  await suppress(1, ofList('lst_1'), 'unsubscribed');
  await suppress(2, ofList('lst_2'), 'unsubscribed');
  await suppress(3, everything, 'unsubscribed');
  await suppress(4, everything, 'hard_bounce');
  await suppress(5, everything, 'complaint');

  await takeSnapshot(request, cause);

  const left = snapshots.recipientsOf('run_1').flat();
  expect(left.map((recipient) => recipient.address).toSorted()).toEqual([0, 2, 6, 7, 8, 9].map(address));
  expect(announcements.taken).toMatchObject([{ recipients: 6, excluded: { unsubscribed: 2, suppressed: 2 } }]);
});

it('repeats its answer instead of taking a snapshot again', async () => {
  const { takeSnapshot, announcements, suppress, snapshots } = await setUp(5);
  await takeSnapshot(request, cause);
  await suppress(1, everything, 'complaint');

  await takeSnapshot(request, cause);

  expect(announcements.taken).toHaveLength(2);
  expect(announcements.taken[1]).toEqual(announcements.taken[0]);
  expect(snapshots.recipientsOf('run_1').flat()).toHaveLength(5);
});

it('answers alike when the same request is handled twice at the same time', async () => {
  const { takeSnapshot, announcements } = await setUp(5);

  await Promise.all([takeSnapshot(request, cause), takeSnapshot(request, cause)]);

  expect(announcements.taken[1]).toEqual(announcements.taken[0]);
});

it('says that the list is gone', async () => {
  const { takeSnapshot, announcements } = await setUp(0);

  await takeSnapshot({ ...request, listId: 'lst_9' }, cause);

  expect(announcements.failures).toMatchObject([{ runId: 'run_1', code: 'list_not_found' }]);
  expect(announcements.taken).toEqual([]);
});

it('does not freeze an empty list, and says what to do', async () => {
  const { takeSnapshot, announcements, snapshots } = await setUp(0);

  await takeSnapshot(request, cause);

  expect(announcements.failures).toEqual([
    {
      runId: 'run_1',
      code: 'nobody_to_mail',
      message:
        'Nobody on this list could be mailed when the run began: it is empty, still being imported, or everybody has left it. Try the run again when the list is ready.',
    },
  ]);
  expect([announcements.taken, [...snapshots.concluded]]).toEqual([[], []]);
});

it('does not freeze a list that everybody has left', async () => {
  const { takeSnapshot, announcements, suppress } = await setUp(2);
  await suppress(0, ofList('lst_1'), 'unsubscribed');
  await suppress(1, everything, 'complaint');

  const outcome = await takeSnapshot(request, cause);

  expect(outcome).toEqual({ ok: false, problem: { kind: 'nobody_to_mail' } });
  expect(announcements.failures).toMatchObject([{ code: 'nobody_to_mail' }]);
});

it('takes a fresh snapshot when it is asked again after there was nobody', async () => {
  const { takeSnapshot, announcements, add } = await setUp(0);
  await takeSnapshot(request, cause);
  await add(3);

  await takeSnapshot(request, cause);

  expect(announcements.taken).toMatchObject([{ runId: 'run_1', recipients: 3 }]);
  expect(announcements.failures).toHaveLength(1);
});

it('says from time to time that it is still alive', async () => {
  let minutes = 0;
  const { takeSnapshot, announcements } = await setUp(6, {
    now: () => {
      minutes += 1;
      return new Date(Date.parse(at) + minutes * 60_000);
    },
  });

  await takeSnapshot({ ...request, firstChunkSize: 2, chunkSize: 2 }, cause);

  expect(announcements.progress).toEqual([2, 4, 6]);
});

it('accounts for every member exactly once, whatever the sizes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      async (people, first, size) => {
        const { takeSnapshot, snapshots, members } = await setUp(people);

        await takeSnapshot({ ...request, firstChunkSize: first, chunkSize: size }, cause);

        const chunks = snapshots.recipientsOf('run_1');
        expect(chunks.flat().map(({ contactId }) => contactId)).toEqual(members.of('lst_1'));
        expect(chunks.slice(1, -1).every((chunk) => chunk.length === size)).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});
