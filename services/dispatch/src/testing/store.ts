import type { ChunkState, Ledger } from '../domain/chunk-state.ts';
import type { GovernorRecord } from '../domain/governor-record.ts';
import type { Probe } from '../domain/probe.ts';
import type { ChunkTask, Run, Wave } from '../domain/run.ts';
import type { RunControl } from '../domain/run-control.ts';
import type { Evidence } from '../domain/settle-doubt.ts';
import type { WaveReport, WaveShard } from '../domain/wave.ts';

/** A message on the chunk queue. */
export interface Waiting {
  readonly task: ChunkTask;
  readonly visibleAt: number;
}

/** Everything that is stored, as plain values: what the tables and the queue of a world hold. */
export class Store {
  readonly ledgers = new Map<string, Ledger>();
  readonly runs = new Map<string, Run & { readonly isOpen: boolean }>();
  readonly controls = new Map<string, RunControl>();
  readonly shards = new Map<string, WaveShard & Pick<Wave, 'final' | 'reconsider'> & { readonly done: Set<number> }>();
  readonly told = new Set<string>();
  readonly openWaves = new Map<string, { readonly runId: string; readonly wave: number }>();
  readonly swept = new Map<string, ReadonlyMap<number, number>>();
  /** Contacts who have left everything, and `<list> <contact>` for those who have left a list. */
  readonly suppressed = new Set<string>();
  readonly brownOuts: number[] = [];
  readonly evidences = new Map<string, Evidence>();
  readonly probes = new Map<number, Probe>();
  readonly queue: Waiting[] = [];
  readonly reports = new Map<string, WaveReport>();
  readonly progress: string[] = [];
  readonly suspensions: string[] = [];
  /** When SES is to be asked again. */
  readonly looks: number[] = [];
  governor: GovernorRecord | undefined;

  static chunkKey(runId: string, chunk: number): string {
    return `${runId}/${chunk}`;
  }

  /** The ledgers of a run by chunk. */
  chunksOf(runId: string): ReadonlyMap<number, Ledger> {
    const own = [...this.ledgers].filter(([key]) => key.startsWith(`${runId}/`));
    return new Map(own.map(([key, ledger]) => [Number(key.slice(runId.length + 1)), ledger]));
  }

  create(runId: string, chunk: number, state: ChunkState): void {
    const key = Store.chunkKey(runId, chunk);
    if (!this.ledgers.has(key)) this.ledgers.set(key, { ...state, rev: 0, writeId: '-' });
  }

  /** The conditional write of a ledger. */
  replace(runId: string, chunk: number, next: Ledger): 'written' | 'conflict' {
    const key = Store.chunkKey(runId, chunk);
    if (this.ledgers.get(key)?.rev !== next.rev - 1) return 'conflict';
    this.ledgers.set(key, next);
    return 'written';
  }
}
