import type { ConsentEntry } from '../../domain/consent-entry.ts';
import { InMemorySoftBounces } from '../../testing/in-memory-soft-bounces.ts';
import { type HeardBounce, makeHearBounce } from './hear-bounce.ts';

const cause = { correlationId: 'run-1' };
const days = (n: number): string => new Date(Date.parse('2026-11-01T10:00:00.000Z') + n * 86_400_000).toISOString();
const bounce = (day: number, given: Partial<HeardBounce> = {}): HeardBounce => ({
  contactId: 'ada',
  runId: `run_${day}`,
  at: days(day),
  category: 'mailbox_full',
  isUndetermined: false,
  ...given,
});

const setUp = () => {
  const softBounces = new InMemorySoftBounces();
  const said: ConsentEntry[] = [];
  const changeConsent = async (entry: ConsentEntry) => void said.push(entry);
  const hear = makeHearBounce({ softBounces, changeConsent, rule: { inARow: 5, overDays: 7 } });
  return { softBounces, said, hear: (heard: HeardBounce) => hear(heard, cause) };
};

it('stops mail to whom five mails in a row came back over a week, and says why', async () => {
  const { hear, said } = setUp();

  for (const day of [0, 2, 4, 6]) await hear(bounce(day));
  expect(said).toEqual([]);
  await hear(bounce(8));

  expect(said).toEqual([
    {
      said: { contactId: 'ada', at: days(8), scope: { kind: 'everything' }, isSuppressed: true, reason: 'hard_bounce' },
      evidence: { by: 'mailbox', how: 'bounce', runId: 'run_8', category: 'mailbox_full', inARow: 5 },
    },
  ]);
});

it('tells it again when the same bounce comes again: whoever wrote it may have died before telling', async () => {
  const { hear, said, softBounces } = setUp();
  for (const day of [0, 2, 4, 6, 8]) await hear(bounce(day));
  const { writes } = softBounces;

  await hear(bounce(8));

  expect(said).toHaveLength(2);
  expect(said[1]).toEqual(said[0]);
  expect(softBounces.writes).toBe(writes);
});

it('begins anew after a mail that did not come back', async () => {
  const { hear, said, softBounces } = setUp();
  for (const day of [0, 2, 4, 6]) await hear(bounce(day));

  await softBounces.note(['ada'], { runId: 'run_7', at: days(7) });
  for (const day of [8, 10, 12, 14]) await hear(bounce(day));

  expect(said).toEqual([]);
});

it('holds nothing against a mailbox that is not to blame', async () => {
  const { hear, said, softBounces } = setUp();

  for (const day of [0, 2, 4, 6, 8]) await hear(bounce(day, { category: 'content_rejected' }));
  for (const day of [0, 2, 4, 6, 8]) await hear(bounce(day, { contactId: 'bob', isUndetermined: true }));

  expect(said).toEqual([]);
  expect(await softBounces.find('ada')).toBeUndefined();
  expect(softBounces.events.size).toBe(10);
});

it('reads again what somebody else has written meanwhile', async () => {
  const { hear, softBounces } = setUp();
  await hear(bounce(0));

  softBounces.meanwhile = async () => {
    softBounces.meanwhile = async () => {};
    await softBounces.note(['ada'], { runId: 'run_1', at: days(1) });
  };
  await hear(bounce(2));

  expect((await softBounces.find('ada'))?.mailings.map(({ runId }) => runId)).toEqual(['run_0', 'run_1', 'run_2']);
});

it('remembers nothing of whom it does not know, or not any more', async () => {
  const { hear, said, softBounces } = setUp();
  softBounces.strangers.add('ada');

  for (const day of [0, 2, 4, 6, 8]) await hear(bounce(day));

  expect(said).toEqual([]);
  expect(await softBounces.find('ada')).toBeUndefined();
});
