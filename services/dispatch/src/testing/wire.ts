import type { ChunkRead, Composer, Contents, Rows, Snapshots } from '../application/ports.ts';
import { makeReportChunk } from '../application/report-chunk.ts';
import { makeSendProbe } from '../application/send-probe.ts';
import { makeSettleChunk } from '../application/settle-chunk.ts';
import type { Pace } from '../domain/pace.ts';
import type { Quota } from '../domain/quota.ts';
import type { DoubtRules } from '../domain/settle-doubt.ts';
import type { Actor } from './actor.ts';
import { InMemoryGovernors } from './in-memory-governors.ts';
import {
  inMemoryBrownOuts,
  inMemoryControls,
  inMemoryEvidences,
  inMemoryFacts,
  inMemoryLedgers,
  inMemoryLooks,
  inMemoryOpenWaves,
  inMemoryProbes,
  inMemoryRuns,
  inMemorySuppressions,
  inMemoryTasks,
  inMemoryWaves,
} from './in-memory-ports.ts';
import type { SimulatedFeedback } from './simulated-feedback.ts';
import type { SimulatedSes } from './simulated-ses.ts';
import type { Store } from './store.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What the actors of a world share. */
interface Surroundings {
  readonly time: VirtualTime;
  readonly store: Store;
  readonly ses: SimulatedSes;
  readonly feedback: SimulatedFeedback;
  readonly pace: Pace;
  readonly settings: {
    readonly chunks: readonly number[];
    readonly quota?: Partial<Quota>;
    readonly doubt?: Partial<DoubtRules>;
    readonly read?: ReadRows;
  };
  readonly meters: Map<string, number>;
  readonly notes: string[];
}

/** What a sender finds where the rows of a chunk should be; the rows themselves if nothing is said. */
export type ReadRows = (chunk: number, rows: Rows) => ChunkRead | undefined;

const usualRules: DoubtRules = {
  policy: 'resend',
  settleMs: 60_000,
  askEveryMs: 10_000,
  skewMs: 2_000,
  isSendingTold: true,
};

/** The ports of all use cases as one actor sees them. */
export const wire = (world: Surroundings, actor: Actor) => {
  const { store, pace, settings, meters, notes } = world;
  const ledgers = inMemoryLedgers(store, actor);
  const waves = inMemoryWaves(store, actor);
  const facts = inMemoryFacts(store, actor);
  const governors = new InMemoryGovernors(store, actor, pace);
  const ports = {
    ledgers,
    waves,
    facts,
    pace,
    runs: inMemoryRuns(store, actor),
    controls: inMemoryControls(store, actor),
    brownOuts: inMemoryBrownOuts(store, actor),
    openWaves: inMemoryOpenWaves(store, actor),
    governors,
    suppressions: inMemorySuppressions(store, actor),
    evidences: inMemoryEvidences(store, actor),
    probes: inMemoryProbes(store, actor),
    tasks: inMemoryTasks(store, actor, () => world.time.now()),
    mailers: world.ses.mailersFor(actor),
    clock: actor.clock,
    reportChunk: makeReportChunk({ waves, ledgers, facts, governors, clock: actor.clock }),
    snapshots: snapshotsOf(settings, actor),
    contents: contentsOf(actor),
    composer,
    quotas: { read: () => actor.call('quota.read', () => ({ ...usualQuota, ...settings.quota })) },
    looks: inMemoryLooks(store, actor, () => world.time.now()),
    keptShare: 0,
    doubtRules: { ...usualRules, ...settings.doubt },
    observer: {
      count: (name: string, value: number) => void meters.set(name, (meters.get(name) ?? 0) + value),
      note: (code: string) => void notes.push(code),
      mention: () => {},
    },
  };
  const requests = {
    receiptsRequested: (
      { chunk }: { readonly chunk: number },
      probe: { readonly probe: string; readonly probeAt: number },
    ) => actor.call('receipts.request', () => world.feedback.requested(chunk, probe)),
  };
  return { ...ports, settleChunk: makeSettleChunk({ ...ports, requests, sendProbe: makeSendProbe(ports) }) };
};

const composer: Composer = {
  compile:
    () =>
    async ({ address }) => ({ kind: 'mail', from: 'f', to: address, raw: new Uint8Array() }),
};

const usualQuota = { maxSendRate: 100, max24HourSend: 1_000_000, sentLast24Hours: 0 };

const snapshotsOf = ({ chunks, read }: Surroundings['settings'], actor: Actor): Snapshots => ({
  manifest: () =>
    actor.call('snapshot.manifest', () => ({
      listId: 'lst_1',
      listName: 'List',
      lists: new Map(),
      unsubscribeUrl: 'https://u/',
      chunks: new Map(chunks.map((recipients, chunk) => [chunk, { recipients, content: `c${chunk}` }])),
    })),
  rows: (_, chunk) =>
    actor.call('snapshot.rows', () => {
      const rows = Array.from({ length: chunks[chunk] ?? 0 }, (__, offset) => ({
        contactId: `${chunk}-${offset}`,
        address: `${chunk}-${offset}@example.com`,
        token: 't',
        fields: {},
      }));
      return read?.(chunk, rows) ?? { kind: 'rows', rows };
    }),
});

const contentsOf = (actor: Actor): Contents => ({
  read: () => actor.call('content.read', () => ({ from: { address: 'f@example.com' }, subject: 's', html: 'h' })),
});
