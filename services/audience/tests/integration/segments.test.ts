import { UpdateCommand } from '@aws-sdk/lib-dynamodb';

import { compileCondition } from '../../src/adapters/compile-condition.ts';
import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoAttributes } from '../../src/adapters/dynamo-attributes.ts';
import { DynamoConsents } from '../../src/adapters/dynamo-consents.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { DynamoErasures } from '../../src/adapters/dynamo-erasures.ts';
import { DynamoKnownFields } from '../../src/adapters/dynamo-known-fields.ts';
import { DynamoListCounts } from '../../src/adapters/dynamo-list-counts.ts';
import { DynamoLists } from '../../src/adapters/dynamo-lists.ts';
import { DynamoMembers } from '../../src/adapters/dynamo-members.ts';
import { DynamoRecipientContacts } from '../../src/adapters/dynamo-recipient-contacts.ts';
import { DynamoSegments } from '../../src/adapters/dynamo-segments.ts';
import { contactKey } from '../../src/adapters/keys.ts';
import { makePreviewAudience } from '../../src/application/segments/preview-audience.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { Rule } from '../../src/domain/segments/rule.ts';
import { clockAt } from '../../src/testing/in-memory-platform.ts';
import { startTable } from './test-table.ts';

const AT = '2026-11-22T10:00:00.000Z';
const { table, stop } = await startTable();
const segments = new DynamoSegments(table);
const contacts = new DynamoContacts(table);
const fields = new DynamoKnownFields(table);
const lists = new DynamoLists(table);
const rule = { combinator: 'and', rules: [{ field: '나이', operator: '>', value: 30 }] } as const;
const segmentOf = (segmentId: string, version = 1) => ({
  segmentId,
  name: `Segment ${segmentId}`,
  rule,
  createdAt: AT,
  changedAt: AT,
  version,
});

afterAll(stop);

it('keeps segments, each version once', async () => {
  await segments.add(segmentOf('seg_1'));

  const saved = [await segments.save(segmentOf('seg_1', 2)), await segments.save(segmentOf('seg_1', 2))];
  const unknown = await segments.save(segmentOf('seg_9', 2));

  expect([saved, unknown]).toEqual([[true, false], false]);
  expect(await segments.find('seg_1')).toEqual(segmentOf('seg_1', 2));
});

it('finds a segment by what is in its name, however many newer ones there are', async () => {
  const older = { ...segmentOf('seg_0001'), name: 'Readers of 봄' };
  const newer = Array.from({ length: 30 }, (_, n) => segmentOf(`seg_1${String(n).padStart(3, '0')}`));
  await Promise.all([older, ...newer].map((segment) => segments.add(segment)));

  expect(await segments.page({ named: 'readers of 봄', limit: 10 })).toEqual({ items: [older] });
});

it('removes a segment that nobody has changed meanwhile', async () => {
  await segments.add(segmentOf('seg_2', 3));

  const removed = [
    await segments.remove('seg_2', 2),
    await segments.remove('seg_2', 3),
    await segments.remove('seg_2', 3),
  ];

  expect([removed, await segments.find('seg_2')]).toEqual([[false, true, true], undefined]);
});

it('shows segments page by page, newest first', async () => {
  await segments.add(segmentOf('seg_5'));
  await segments.add(segmentOf('seg_6'));

  const first = await segments.page({ limit: 1 });
  const second = await segments.page({ limit: 1, cursor: first.cursor });

  expect([...first.items, ...second.items].map(({ segmentId }) => segmentId)).toEqual(['seg_6', 'seg_5']);
});

const contactOf = (n: number, more: Partial<Contact>): Contact => {
  const address = `person.${n}@example.com`;
  return {
    contactId: contactIdOf(address),
    address,
    fields: {},
    lists: { lst_1: AT },
    saidAt: AT,
    revision: 0,
    ...more,
  };
};

it('knows the fields that contacts have, whatever they are called, and the types of those that are declared', async () => {
  await new DynamoAttributes(table).declare([{ name: '나이', type: 'number' }]);
  await contacts.save([
    contactOf(1, { fields: { constructor: 'x', 나이: '7' } }),
    contactOf(2, { fields: { city: 'y' } }),
  ]);
  await new DynamoContacts(table).save([contactOf(3, { fields: { city: 'z' } })]);

  const known = await fields.all();

  expect(known.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
    { name: 'city', type: 'text' },
    { name: 'constructor', type: 'text' },
    { name: '나이', type: 'number' },
  ]);
});

describe('a preview', () => {
  const preview = makePreviewAudience({
    segments,
    fields,
    lists,
    contacts,
    counts: new DynamoListCounts(table),
    compile: compileCondition,
    readers: {
      members: new DynamoMembers(table),
      consents: new DynamoConsents(table),
      contacts: new DynamoRecipientContacts(table),
      erasures: new DynamoErasures(table),
    },
    clock: clockAt(AT),
  });
  const asked = (field: string, operator: Rule['operator'], value: Rule['value']) =>
    preview({
      lists: ['lst_1'],
      exclude: [],
      segments: [],
      excludeSegments: [],
      rule: { combinator: 'and', rules: [{ field, operator, value }] },
    });

  beforeAll(async () => {
    await lists.add({ listId: 'lst_1', name: 'Letters', createdAt: AT }, 10);
    await lists.add({ listId: 'lst_2', name: 'Offers', createdAt: AT }, 10);
    const people = Array.from({ length: 20 }, (_, n) =>
      contactOf(100 + n, {
        fields: { 나이: String(n), city: n % 2 === 0 ? 'Seoul' : 'Busan', constructor: `${n}` },
        lists: { lst_1: '2026-01-01T00:00:00.000Z', ...(n < 4 && { lst_2: AT }) },
      }),
    );
    await contacts.save(people);
    await new DynamoMembers(table).add(
      'lst_1',
      people.map(({ contactId }) => contactId),
    );
    const opened = new UpdateCommand({
      TableName: table.name,
      Key: { ...contactKey(contactIdOf('person.105@example.com')) },
      UpdateExpression: 'SET lastOpenedAt = :day',
      ExpressionAttributeValues: { ':day': '2026-11-20' },
    });
    await table.db.send(opened);
  });

  it.each([
    ['나이', '>=', 15, 5],
    ['city', '=', 'seoul', 10],
    ['constructor', 'in', ['3', '4'], 2],
    ['list', 'in', ['lst_2'], 4],
    ['joinedAt', '<', '30 days ago', 20],
    ['lastOpenedAt', '>=', '1 week ago', 1],
    ['lastClickedAt', 'notNull', '', 0],
    ['address', 'beginsWith', 'person.10', 10],
  ] as const)('asks what contacts are by %s %s %j', async (field, operator, value, count) => {
    const outcome = await asked(field, operator, value);

    expect(outcome).toMatchObject({ ok: true, value: { count, isExact: true, read: 20 } });
  });
});
