import { contactIdOf } from '../../src/adapters/contact-id.ts';
import { DynamoContacts } from '../../src/adapters/dynamo-contacts.ts';
import { DynamoSoftBounces } from '../../src/adapters/dynamo-soft-bounces.ts';
import { DynamoTimeline } from '../../src/adapters/dynamo-timeline.ts';
import { makeHearBounce } from '../../src/application/soft-bounces/hear-bounce.ts';
import type { SoftBounced } from '../../src/application/soft-bounces/ports.ts';
import type { ConsentEntry } from '../../src/domain/consent-entry.ts';
import { shardOf } from '../../src/domain/shard.ts';
import { startTable } from './test-table.ts';

const { table, stop } = await startTable();
const contacts = new DynamoContacts(table);
const softBounces = new DynamoSoftBounces(table);
const timeline = new DynamoTimeline(table);
const cause = { correlationId: 'run-1' };

let people = 0;
const somebody = async () => {
  people += 1;
  const address = `full.${people}@example.com`;
  const contactId = contactIdOf(address);
  await contacts.save([{ contactId, address, fields: {}, lists: {}, saidAt: '2026-11-01T10:00:00.000Z', revision: 0 }]);
  return contactId;
};
const day = (n: number): string => new Date(Date.parse('2026-11-01T10:00:00.000Z') + n * 86_400_000).toISOString();
const said: ConsentEntry[] = [];
const hear = makeHearBounce({
  softBounces,
  changeConsent: async (entry) => void said.push(entry),
  rule: { inARow: 5, overDays: 7 },
});
const bounce = (contactId: string, n: number) =>
  hear({ contactId, runId: `run_${n}`, at: day(n), category: 'mailbox_full', isUndetermined: false }, cause);
const inShardOf = async (contactId: string) => {
  const found: SoftBounced[] = [];
  for await (const page of softBounces.inShard(shardOf(contactId))) found.push(...page);
  return found.filter((one) => one.contactId === contactId);
};

beforeEach(() => {
  said.length = 0;
});
afterAll(stop);

it('keeps what came back, in a row, on the timeline too, and ends with a word about the contact', async () => {
  const contactId = await somebody();

  for (const n of [0, 2, 4, 6, 8]) await bounce(contactId, n);

  expect(said).toMatchObject([{ said: { contactId, at: day(8), reason: 'hard_bounce' }, evidence: { inARow: 5 } }]);
  expect(await timeline.all(contactId)).toHaveLength(5);
  expect((await timeline.all(contactId))[0]).toEqual({
    kind: 'soft_bounced',
    at: day(8),
    runId: 'run_8',
    category: 'mailbox_full',
  });
});

it('loses none of many bounces that are heard at the same time, nor a run that is noted beside them', async () => {
  const contactId = await somebody();
  await bounce(contactId, 0);

  await Promise.all([
    ...[2, 4, 6].map((n) => bounce(contactId, n)),
    softBounces.note([contactId], { runId: 'run_5', at: day(5) }),
    softBounces.note([contactId], { runId: 'run_5', at: day(5) }),
  ]);

  const known = await softBounces.find(contactId);
  expect(known?.mailings.map(({ runId }) => runId)).toEqual(['run_0', 'run_2', 'run_4', 'run_5', 'run_6']);
});

it('brings back nobody who was erased, and notes nothing with whom nothing is known of', async () => {
  const [erased, unknown] = [await somebody(), await somebody()];
  await contacts.remove(erased);

  await bounce(erased, 0);
  await softBounces.note([unknown], { runId: 'run_1', at: day(1) });

  expect(await softBounces.find(erased)).toBeUndefined();
  expect(await timeline.all(erased)).toEqual([]);
  expect(await softBounces.find(unknown)).toBeUndefined();
});

it('forgets only what nobody has written since it was read', async () => {
  const contactId = await somebody();
  await bounce(contactId, 0);
  const known = await inShardOf(contactId);
  await bounce(contactId, 2);

  await softBounces.forget(known);
  expect((await softBounces.find(contactId))?.mailings).toHaveLength(2);

  await softBounces.forget(await inShardOf(contactId));
  expect(await softBounces.find(contactId)).toBeUndefined();
});
