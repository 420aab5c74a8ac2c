import type {
  ChunkRead,
  Evidences,
  Ledgers,
  OpenWaves,
  Probes,
  QuotaLooks,
  Quotas,
  ReceiptRequests,
  Reserving,
  Rows,
  Snapshots,
  Suppressions,
  Waves,
} from '../../application/ports.ts';
import { makeReportChunk } from '../../application/report-chunk.ts';
import { makeSendProbe } from '../../application/send-probe.ts';
import type { SenderPorts } from '../../application/sender-ports.ts';
import { makeSettleChunk } from '../../application/settle-chunk.ts';
import type { Unreadable } from '../../domain/chunk-state.ts';
import type { Reservation } from '../../domain/governor.ts';
import type { WaveReport } from '../../domain/wave.ts';
import { InMemoryGovernors } from '../in-memory-governors.ts';
import * as memory from '../in-memory-ports.ts';
import type { Basics } from './basics.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import type { FeedbackModel } from './feedback-model.ts';
import type { SimulationSes } from './simulation-ses.ts';
import type { SimulationStore } from './simulation-store.ts';
import type { Witness } from './witness.ts';
import type { Worker } from './worker.ts';

/** Everything outside the application, as one worker sees it. */
export interface Edges extends Omit<SenderPorts, 'ledgers' | 'reportChunk' | 'settleChunk'> {
  readonly ledgers: Ledgers;
  readonly waves: Waves;
  readonly openWaves: OpenWaves;
  readonly quotas: Quotas;
  readonly looks: QuotaLooks;
  readonly keptShare: number;
  readonly evidences: Evidences;
  readonly probes: Probes;
  readonly requests: ReceiptRequests;
}

export interface Surroundings extends Basics {
  readonly store: SimulationStore;
  readonly ses: SimulationSes;
  readonly feedback: FeedbackModel;
  readonly queue: ChunkQueue;
  readonly witness: Witness;
  /** Why the object of a chunk cannot be read now. */
  readonly gapAt: (chunk: number) => Unreadable | undefined;
  /** SES is asked what it grants once more. */
  readonly lookAfter: (ms: number) => void;
  readonly campaigns: {
    readonly hearReport: (wave: number, report: WaveReport) => void;
    readonly hearSuspension: () => void;
  };
}

/** Puts the use cases together on edges, as the composition of the service does. */
export const assemble = (edges: Edges) => {
  const ports = { ...edges, reportChunk: makeReportChunk(edges) };
  return { ...ports, settleChunk: makeSettleChunk({ ...ports, sendProbe: makeSendProbe(ports) }) };
};

export const edgesOf = (around: Surroundings, worker: Worker): Edges => {
  const { ses, feedback, queue, journal } = around;
  return {
    ...storageOf(around, worker),
    facts: factsOf(around, worker),
    governors: new WitnessedGovernors(around, worker),
    tasks: {
      send: (tasks, delayMs) =>
        worker.call('task.send', () => {
          for (const task of tasks) queue.send(task, delayMs);
        }),
    },
    mailers: ses.mailersFor(worker),
    clock: worker.watch,
    snapshots: snapshotsOf(around, worker),
    contents: { read: () => worker.call('content.read', () => content) },
    composer: { compile: () => async () => ({ kind: 'mail', from: 'f', to: 't', raw: new Uint8Array() }) as const },
    quotas: { read: () => worker.call('quota.read', () => ses.quota) },
    looks: {
      ask: (afterMs) =>
        worker.call('looks.ask', () => {
          for (const ms of afterMs) around.lookAfter(ms);
        }),
    },
    requests: {
      receiptsRequested: ({ chunk }, probe) => worker.call('receipts.request', () => feedback.ask(chunk, probe)),
    },
    observer: {
      count: () => {},
      note: (code, fields) => journal.note(worker.id, () => `notes ${code} ${JSON.stringify(fields)}`),
      mention: () => {},
    },
    keptShare: 0,
    ...rulesOf(around),
  };
};

const content = { from: { address: 'f@example.com' }, subject: 's', html: 'h' };

const rulesOf = ({ pace, scenario }: Surroundings): Pick<Edges, 'pace' | 'doubtRules'> => ({
  pace,
  doubtRules: {
    policy: scenario.policy,
    settleMs: scenario.settleMs,
    skewMs: pace.skewMs,
    askEveryMs: Math.min(60_000, scenario.settleMs),
    isSendingTold: true,
  },
});

const storageOf = ({ store }: Surroundings, worker: Worker) => ({
  ledgers: memory.inMemoryLedgers(store, worker),
  waves: memory.inMemoryWaves(store, worker),
  runs: memory.inMemoryRuns(store, worker),
  controls: memory.inMemoryControls(store, worker),
  brownOuts: memory.inMemoryBrownOuts(store, worker),
  openWaves: memory.inMemoryOpenWaves(store, worker),
  suppressions: suppressionsOf(store, worker),
  evidences: memory.inMemoryEvidences(store, worker),
  probes: memory.inMemoryProbes(store, worker),
});

const suppressionsOf = (store: SimulationStore, worker: Worker): Suppressions => {
  const suppressions = memory.inMemorySuppressions(store, worker);
  return {
    ...suppressions,
    record: async (change) => {
      await suppressions.record(change);
      store.noteSuppressed(change.contactId);
    },
  };
};

const factsOf = ({ campaigns, witness }: Surroundings, worker: Worker): Edges['facts'] => ({
  waveFinished: ({ wave }, report) =>
    worker.call('fact.waveFinished', () => {
      witness.hearReport(wave, report);
      campaigns.hearReport(wave, report);
    }),
  waveProgressed: () => worker.call('fact.waveProgressed', () => {}),
  sendingSuspended: () => worker.call('fact.sendingSuspended', () => campaigns.hearSuspension()),
});

/** Has a witness of what is reserved. */
class WitnessedGovernors extends InMemoryGovernors {
  readonly #witness: Witness;

  constructor({ store, pace, witness }: Surroundings, worker: Worker) {
    super(store, worker, pace);
    this.#witness = witness;
  }

  override reserve(reservation: Reservation): Promise<Reserving> {
    this.#witness.reserves(reservation.everyMs);
    return super.reserve(reservation);
  }
}

/** One row in fifty cannot be read. */
export const isMalformed = (offset: number): boolean => offset % 50 === 17;

/** Every other recipient is mailed by another list than the run's. */
export const OTHER_LIST = 'lst_2';
export const isOfOtherList = (offset: number): boolean => offset % 2 === 1;

/** Every fourth recipient came with an import that a person may exclude. */
export const EXCLUDED_IMPORT = 'imp_2';
export const isOfExcludedImport = (offset: number): boolean => offset % 4 === 2;

const snapshotsOf = ({ scenario: { chunks }, gapAt }: Surroundings, worker: Worker): Snapshots => ({
  manifest: () =>
    worker.call('snapshot.manifest', () => ({
      listId: 'lst_1',
      listName: 'List',
      lists: new Map(),
      unsubscribeUrl: 'https://u/',
      chunks: new Map(chunks.map((recipients, chunk) => [chunk, { recipients, content: `c${chunk}` }])),
    })),
  rows: (_, chunk) =>
    worker.call('snapshot.rows', (): ChunkRead => {
      const reason = gapAt(chunk);
      return reason ? { kind: 'unreadable', reason } : { kind: 'rows', rows: rowsOf(chunk, chunks[chunk] ?? 0) };
    }),
});

const rowsOf = (chunk: number, recipients: number): Rows =>
  Array.from({ length: recipients }, (_, offset) =>
    isMalformed(offset)
      ? undefined
      : {
          contactId: `${chunk}-${offset}`,
          address: `${chunk}-${offset}@example.com`,
          token: 't',
          fields: {},
          ...(isOfOtherList(offset) && { listId: OTHER_LIST }),
          importId: isOfExcludedImport(offset) ? EXCLUDED_IMPORT : 'imp_1',
        },
  );
