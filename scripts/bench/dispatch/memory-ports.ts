import { chunkKey } from '../../../services/dispatch/src/adapters/keys.ts';
import { toLedgerItem } from '../../../services/dispatch/src/adapters/ledger-item.ts';
import type {
  BrownOuts,
  ChunkTasks,
  Controls,
  Facts,
  Governors,
  Ledgers,
  Observer,
  Quotas,
  Runs,
  Suppressions,
  Waves,
} from '../../../services/dispatch/src/application/ports.ts';
import type { Ledger } from '../../../services/dispatch/src/domain/chunk-state.ts';
import { afterGrant, grants } from '../../../services/dispatch/src/domain/governor.ts';
import type { GovernorRecord } from '../../../services/dispatch/src/domain/governor-record.ts';
import type { Pace } from '../../../services/dispatch/src/domain/pace.ts';
import type { ChunkTask, Run } from '../../../services/dispatch/src/domain/run.ts';
import { shardOf, type WaveShard } from '../../../services/dispatch/src/domain/wave.ts';
import type { WriteUnits } from './write-units.ts';

/** A rate that no sender reaches: what is measured is the sender, not the waiting. */
const RATE = 50_000;

export const memoryLedgers = (units: WriteUnits): Ledgers => {
  const stored = new Map<string, Ledger>();
  const put = (runId: string, chunk: number, ledger: Ledger): void => {
    const key = chunkKey(runId, chunk);
    units.count({ ...key, ...toLedgerItem(ledger), ttl: 0 });
    stored.set(key.pk + key.sk, ledger);
  };
  const find = (runId: string, chunk: number): Ledger | undefined => {
    const { pk, sk } = chunkKey(runId, chunk);
    return stored.get(pk + sk);
  };

  return {
    read: async ({ runId, chunk }) => find(runId, chunk),
    readMany: async (runId, chunks) =>
      new Map(chunks.flatMap((chunk) => [find(runId, chunk)].flatMap((found) => (found ? [[chunk, found]] : [])))),
    create: async (runId, chunks) => {
      for (const [chunk, state] of chunks) put(runId, chunk, { ...state, rev: 0, writeId: '-' });
    },
    replace: async ({ runId, chunk }, next) => {
      if (find(runId, chunk)?.rev !== next.rev - 1) return 'conflict';
      put(runId, chunk, next);
      return 'written';
    },
  };
};

export const memoryRuns = (units: WriteUnits): Runs & Controls & BrownOuts => {
  let run: (Run & { readonly isOpen: boolean }) | undefined;
  return {
    open: async (opened) => {
      units.count({ ...opened });
      run = { ...opened, isOpen: true };
      return true;
    },
    find: async () => run,
    close: async () => {},
    read: async () => ({ control: 'send' }),
    change: async () => {},
    countSince: async () => 0,
    note: async () => {},
  };
};

export const memoryWaves = (units: WriteUnits): Waves => {
  const shards = new Map<string, WaveShard & { readonly done: Set<number> }>();
  const told = new Set<number>();
  return {
    plan: async ({ wave }, planned) => {
      for (const shard of planned) {
        units.count({ ...shard, chunks: new Set(shard.chunks) });
        shards.set(`${wave}/${shard.shard}`, { ...shard, done: new Set() });
      }
    },
    markDone: async ({ wave, chunk }) => {
      const shard = shards.get(`${wave}/${shardOf(chunk)}`);
      shard?.done.add(chunk);
      units.count({ done: shard?.done });
      return shard !== undefined && shard.done.size === shard.chunks.length;
    },
    find: async (_, wave) => ({
      final: false,
      isTold: told.has(wave),
      shards: [...shards].flatMap(([key, shard]) => (key.startsWith(`${wave}/`) ? [shard] : [])),
    }),
    markTold: async (_, wave) => {
      units.count({ told: true });
      told.add(wave);
    },
  };
};

export const memoryGovernors = (units: WriteUnits, pace: Pace): Governors => {
  let record: GovernorRecord | undefined;
  return {
    read: async () => record,
    create: async (created) => {
      units.count({ ...created });
      record = created;
    },
    reserve: async (reservation) => {
      if (record === undefined) return { kind: 'missing' };
      units.count({ tat: record.tat });
      if (!grants(record, reservation, pace)) return { kind: 'refused', seen: record };
      record = { ...record, ...afterGrant(record, reservation) };
      return { kind: 'granted', tat: record.tat, seen: record };
    },
    change: async () => {
      throw new Error('Nothing throttles here');
    },
  };
};

export const quotas: Quotas = {
  read: async () => ({ maxSendRate: RATE, max24HourSend: 1_000_000_000, sentLast24Hours: 0 }),
};

export const noSuppressions: Suppressions = { among: async () => new Set<string>(), record: async () => {} };

export const memoryTasks = (): ChunkTasks & { take(): ChunkTask | undefined } => {
  const queue: ChunkTask[] = [];
  return {
    send: async (tasks) => {
      queue.push(...tasks);
    },
    take: () => queue.shift(),
  };
};

export const noFacts: Facts = {
  waveFinished: async () => {},
  waveProgressed: async () => {},
  sendingSuspended: async (_, { message }) => {
    throw new Error(message);
  },
};

/** Counts what became of the mails; anything unusual in a benchmark is a mistake in it. */
export const strictObserver = (): Observer & { accepted(): number } => {
  let accepted = 0;
  return {
    accepted: () => accepted,
    count: (name, value) => {
      if (name === 'Accepted') accepted += value;
      else if (value > 0 && name !== 'SlotsWasted') throw new Error(`${name}: ${value}`);
    },
    note: (code) => {
      throw new Error(code);
    },
    mention: () => {},
  };
};
