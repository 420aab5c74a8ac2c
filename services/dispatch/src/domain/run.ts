import type { Reconsidered } from './reconsider.ts';
import type { DoubtWishes } from './settle-doubt.ts';
import type { Baseline } from './wave.ts';

export type Control = 'send' | 'hold' | 'cancel';

/** A run as far as sending is concerned. */
export interface Run {
  readonly runId: string;
  readonly campaignId: string;
  /** Where the frozen content and the snapshot lie. */
  readonly content: string;
  readonly manifest: string;
  /** Which attempt at the run it is: one may go on where another was cancelled. */
  readonly attempt: number;
  /** What it decides for itself about its doubt; the rest is as for all runs. */
  readonly doubt?: DoubtWishes | undefined;
}

/** What a snapshot says of its chunks. */
export interface Snapshot {
  readonly listId: string;
  readonly listName: string;
  /** The names of all lists by which its recipients are mailed, by id; empty where there is no other. */
  readonly lists: ReadonlyMap<string, string>;
  readonly unsubscribeUrl: string;
  readonly chunks: ReadonlyMap<number, { readonly recipients: number; readonly content: string }>;
}

/** Work on a chunk of a wave, as it travels on the chunk queue. */
export interface ChunkTask {
  readonly runId: string;
  readonly chunk: number;
  readonly wave: number;
  readonly tick: number;
  readonly final: boolean;
  readonly manifest: string;
  /** When it will be needed, as far as could be told at the release of its wave. */
  readonly turnAt?: number | undefined;
  /** Since when its doubt is being settled. */
  readonly settlingSince?: number | undefined;
  /** Who is pending again with this wave. */
  readonly reconsider?: readonly Reconsidered[] | undefined;
}

/** A wave as it was released and as far as it has come. */
export interface Wave {
  readonly final: boolean;
  readonly reconsider?: readonly Reconsidered[] | undefined;
  /** Whether its end has been told. */
  readonly isTold: boolean;
  readonly shards: readonly {
    readonly shard: number;
    readonly chunks: readonly number[];
    readonly done: ReadonlySet<number>;
    readonly baseline: Baseline;
  }[];
}

export const isFull = ({ shards }: Wave): boolean =>
  shards.every(({ chunks, done }) => chunks.every((chunk) => done.has(chunk)));
