import type { Outcome, OutcomeKind } from '../domain/outcome.ts';
import { isGrave } from '../domain/outcome.ts';
import { questions } from '../domain/tally.ts';
import type { EventBatch } from './fold-sending.ts';
import { settingApart } from './setting-apart.ts';

const at = new Date('2026-11-21T10:00:00Z');
const outcome = (kind: Outcome['kind'], domain?: string): Outcome => ({
  kind,
  runId: 'run_1',
  chunk: 0,
  offset: 1,
  messageId: 'mail-1',
  contactId: 'ada',
  at,
  ...(domain && { domain }),
});
const batchOf = (...outcomes: readonly Outcome[]): EventBatch => ({
  outcomes,
  probes: [{ probe: 'probe-1', at }],
  arrivals: { acceptedAtMs: [], queuedAtMs: 0, mostReceives: 1 },
});
const SIMULATOR = 'simulator.amazonses.com';

const folded = async (...outcomes: readonly Outcome[]) => {
  const batches: EventBatch[] = [];
  const fold = settingApart(async (batch) => {
    batches.push(batch);
    return [];
  });
  await fold(batchOf(...outcomes));
  return batches.flatMap((batch) => batch.outcomes);
};

describe('what happens at SES’s mailbox simulator', () => {
  it.each(['bounced_permanent', 'bounced_suppressed', 'complained', 'delivered', 'delayed', 'rejected'] as const)(
    'is in no rate and tells nobody (%s)',
    async (kind) => {
      const [simulated] = await folded(outcome(kind, SIMULATOR));

      const rates = Object.entries(questions).filter(([question]) => question !== 'simulated');
      const counted = new Set<OutcomeKind>(rates.flatMap(([, kinds]) => kinds));
      expect(simulated).toEqual(outcome('simulated', SIMULATOR));
      expect(counted.has('simulated')).toBe(false);
      expect(simulated && isGrave(simulated)).toBe(false);
    },
  );

  it('was sent like any other mail: dispatch may ask for it', async () => {
    expect(await folded(outcome('sent', SIMULATOR))).toEqual([outcome('sent', SIMULATOR)]);
  });

  it('is nothing that happens elsewhere', async () => {
    const real = [outcome('bounced_permanent', 'books.example'), outcome('complained')];

    expect(await folded(...real)).toEqual(real);
  });

  it('comes back as it came, if it could not be folded', async () => {
    const came = [outcome('complained', SIMULATOR), outcome('delivered', 'books.example')];
    const error = new Error('contended');
    const fold = settingApart(async ({ outcomes, probes }) => [{ events: [...outcomes, ...probes], error }]);

    const batch = batchOf(...came);
    const [unfolded] = await fold(batch);

    expect(unfolded?.events.map((event, n) => event === [...came, ...batch.probes][n])).toEqual([true, true, true]);
  });
});
