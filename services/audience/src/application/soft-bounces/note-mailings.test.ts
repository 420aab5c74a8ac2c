import { shardOf } from '../../domain/shard.ts';
import { InMemorySoftBounces } from '../../testing/in-memory-soft-bounces.ts';
import { notingMailings } from './note-mailings.ts';

const at = '2026-11-01T10:00:00.000Z';
const now = new Date('2026-11-10T10:00:00.000Z');
const SHARD = shardOf('C');
const ids = ['CAda', 'CBob', 'CGrace'];
const [first = '', second = '', third = ''] = ids;

const setUp = async (...bounced: readonly string[]) => {
  const softBounces = new InMemorySoftBounces();
  for (const contactId of bounced) {
    const mailings = [{ runId: 'run_0', at, softAt: at }];
    await softBounces.save({ contactId, mailings, revision: 0 }, { kind: 'soft_bounced', at, runId: 'run_0' });
  }
  const pass = async (runId: string, when: Date, recipients: readonly string[]) => {
    const pages = async function* () {
      for (const contactId of recipients) yield { recipients: [{ contactId }] };
    };
    const passed: string[] = [];
    for await (const page of notingMailings(softBounces, pages(), { runId, shard: SHARD, at: when })) {
      passed.push(...page.recipients.map(({ contactId }) => contactId));
    }
    return passed;
  };
  const runsOf = async (contactId: string) => (await softBounces.find(contactId))?.mailings.map(({ runId }) => runId);
  return { softBounces, pass, runsOf };
};

it('passes everybody on, and notes the run with those who are mailed and bounced before', async () => {
  const { pass, runsOf } = await setUp(first, third);

  expect(await pass('run_1', now, [first, second])).toEqual([first, second]);

  expect(await runsOf(first)).toEqual(['run_0', 'run_1']);
  expect(await runsOf(second)).toBeUndefined();
  expect(await runsOf(third)).toEqual(['run_0']);
});

it('notes a run once, however often its recipients are taken', async () => {
  const { pass, softBounces } = await setUp(first);
  await pass('run_1', now, [first]);
  const { writes } = softBounces;

  await pass('run_1', new Date(now.getTime() + 60_000), [first]);

  expect(softBounces.writes).toBe(writes);
});

it('forgets whose next mail has not come back', async () => {
  const { pass, runsOf } = await setUp(first);
  await pass('run_1', now, [first]);

  await pass('run_2', new Date(now.getTime() + 3 * 86_400_000), [first]);

  expect(await runsOf(first)).toBeUndefined();
});
