import { QueryCommand } from '@aws-sdk/lib-dynamodb';

import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoConsentHistory } from '../../src/adapters/dynamo-consent-history.ts';
import { DynamoConsents } from '../../src/adapters/dynamo-consents.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { DynamoErasures } from '../../src/adapters/dynamo-erasures.ts';
import { DynamoExports } from '../../src/adapters/dynamo-exports.ts';
import { contactKey } from '../../src/adapters/keys.ts';
import { makeGetContact } from '../../src/application/contacts.ts';
import { makeAskOthers } from '../../src/application/export/ask-others.ts';
import type { ExportAnnouncements, Mailing } from '../../src/application/export/ports.ts';
import { makeRequestExport } from '../../src/application/export/request-export.ts';
import { makeShowExport } from '../../src/application/export/show-export.ts';
import { makeExportContact } from '../../src/application/export-contact.ts';
import { countingIds } from '../../src/testing/in-memory-platform.ts';
import { startTable } from './test-table.ts';

const AT = '2026-11-22T10:00:00.000Z';
const cause = { correlationId: 'request-1' };
const { table, stop } = await startTable();
const contacts = new DynamoContacts(table);
const ids = countingIds();

let people = 0;
/** Somebody with an export that is asked for, as a world of its own. */
const setUp = async (mailings: readonly Mailing[] = []) => {
  people += 1;
  let now = new Date(AT);
  const clock = { now: () => now };
  const address = `subject.${people}@example.com`;
  const contactId = contactIdOf(address);
  await contacts.save([{ contactId, address, fields: {}, lists: {}, saidAt: AT, revision: 0 }]);
  const exports = new DynamoExports(table, clock);
  const asked: Parameters<ExportAnnouncements['exportRequested']>[0][] = [];
  const commands: unknown[] = [];
  const request = makeRequestExport({
    contacts,
    exports,
    ids,
    clock,
    commands: { gather: async (command) => void commands.push(command) },
  });
  const begun = await request(contactId, cause);
  const name = { contactId, exportId: begun.ok ? begun.value.exportId : '' };
  const found = [...mailings];
  const getContact = makeGetContact({
    contacts,
    consents: new DynamoConsents(table),
    erasures: new DynamoErasures(table),
  });
  return {
    name,
    commands,
    asked,
    found,
    exports,
    pass: (days: number) => {
      now = new Date(Date.parse(AT) + days * 86_400_000);
    },
    ask: () =>
      makeAskOthers({
        exports,
        findMailings: async () => [...found],
        announcements: { exportRequested: async (question) => void asked.push(question) },
      })(name, cause),
    answer: (service: 'dispatch' | 'feedback', part: number, ...lines: readonly unknown[]) =>
      exports.keep({ ...name, service, part, holdings: { mailings: lines } }),
    show: () =>
      makeShowExport({
        exports,
        exportContact: makeExportContact({
          getContact,
          history: new DynamoConsentHistory(table),
          events: { all: async () => [] },
        }),
      })(name),
    items: async () => {
      const ExpressionAttributeValues = { ':pk': contactKey(contactId).pk };
      const query = { TableName: table.name, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues };
      return (await table.db.send(new QueryCommand(query))).Items ?? [];
    },
  };
};
const mailingsOf = (count: number): readonly Mailing[] =>
  Array.from({ length: count }, (_, n) => ({ runId: `run_${n}`, chunk: n, offset: 1 }));

afterAll(stop);

it('is whole when everybody has answered everything', async () => {
  const world = await setUp(mailingsOf(501));
  const missing: unknown[] = [(await world.show())?.missing];

  await world.ask();
  missing.push((await world.show())?.missing);
  await world.answer('dispatch', 2, 'run_500');
  await world.answer('feedback', 1, 'run_0');
  missing.push((await world.show())?.missing);
  await world.answer('feedback', 2);
  missing.push((await world.show())?.missing);
  await world.answer('dispatch', 1, 'run_0', 'run_1');
  const whole = await world.show();

  expect(missing).toEqual([
    ['audience', 'dispatch', 'feedback'],
    ['dispatch', 'feedback'],
    ['dispatch', 'feedback'],
    ['dispatch'],
  ]);
  expect(world.asked.map(({ part, parts, mailings }) => [part, parts, mailings.length])).toEqual([
    [1, 2, 500],
    [2, 2, 1],
  ]);
  expect(whole).toMatchObject({
    at: AT,
    missing: [],
    ours: { card: { contact: { contactId: world.name.contactId } } },
  });
  expect(whole?.mailings).toHaveLength(501);
  expect(whole?.theirs.get('dispatch')).toEqual({ mailings: ['run_0', 'run_1', 'run_500'] });
});

it('asks about somebody who was never mailed', async () => {
  const world = await setUp();

  await world.ask();

  expect(world.asked).toMatchObject([{ ...world.name, part: 1, parts: 1, mailings: [] }]);
});

it('asks the same again when the command comes again, whatever has happened meanwhile', async () => {
  const world = await setUp(mailingsOf(2));

  await world.ask();
  world.found.push({ runId: 'run_later', chunk: 0, offset: 0 });
  await world.ask();

  expect(world.asked[1]).toEqual(world.asked[0]);
});

it('keeps an answer once, however often it comes', async () => {
  const world = await setUp();
  await world.ask();

  await world.answer('feedback', 1, 'run_0');
  await world.answer('feedback', 1, 'run_0');

  expect((await world.show())?.theirs.get('feedback')).toEqual({ mailings: ['run_0'] });
});

it('leaves nothing behind when its person is erased, and takes no answer after that', async () => {
  const world = await setUp(mailingsOf(3));
  await world.ask();
  await world.answer('feedback', 1, 'run_0');

  await contacts.remove(world.name.contactId);
  await world.answer('dispatch', 1, 'run_0');
  await world.ask();

  expect(await world.items()).toEqual([]);
  expect(await world.show()).toBeUndefined();
  expect(world.asked).toHaveLength(1);
});

it('is over after a week', async () => {
  const world = await setUp();

  world.pass(8);

  expect(await world.show()).toBeUndefined();
});

it('is not begun for somebody who is not known', async () => {
  const world = await setUp();
  const { exports } = world;
  const request = makeRequestExport({
    contacts,
    exports,
    ids,
    clock: { now: () => new Date(AT) },
    commands: { gather: async () => {} },
  });

  expect(await request('AAAAAAAAAAAAAAAAAAAAAA', cause)).toEqual({ ok: false, problem: { kind: 'contact_not_found' } });
  expect(world.commands).toEqual([{ ...world.name, at: AT }]);
});
