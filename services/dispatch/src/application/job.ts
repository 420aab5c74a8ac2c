import type { Bitmap } from '../domain/bitmap.ts';
import type { ChunkState, Unreadable } from '../domain/chunk-state.ts';
import type { Exclusion } from '../domain/exclusion.ts';
import type { Pace } from '../domain/pace.ts';
import type { ChunkTask, Run } from '../domain/run.ts';
import type { Stop } from '../domain/send-answer.ts';
import type { DoubtRules } from '../domain/settle-doubt.ts';
import type { Invocation, LedgerHolder } from './hold-ledger.ts';
import type { Clock, Compose, Controls, Mailer, Observer, Rows, Suppressions } from './ports.ts';
import type { SlotSession } from './reserve-slots.ts';
import type { SendingTimes } from './sending-times.ts';
import type { SendsUnderWay } from './sends-under-way.ts';

/** Everything a sender needs for one chunk, gathered before it claims anybody. */
export interface Job {
  readonly task: ChunkTask;
  readonly run: Run;
  readonly invocation: Invocation;
  readonly holder: LedgerHolder;
  readonly slots: SlotSession;
  readonly times: SendingTimes;
  readonly mailer: Mailer;
  readonly compose: Compose;
  readonly rows: Rows;
  /** Offsets whose rows cannot be read. */
  readonly malformed: Bitmap;
  readonly listId: string;
  readonly brownOuts: number;
  readonly clock: Clock;
  readonly controls: Controls;
  readonly suppressions: Suppressions;
  readonly observer: Observer;
  readonly pace: Pace;
  readonly doubtRules: DoubtRules;
}

/** Why a sender leaves its chunk, and the chunk as it then is, not yet written. */
export type Leaving =
  | { readonly kind: 'fenced' }
  | { readonly kind: 'done' | 'controlled' | 'deadline'; readonly chunk: ChunkState }
  | { readonly kind: 'rate' | 'doubtful'; readonly chunk: ChunkState; readonly delayMs: number }
  | { readonly kind: 'unreadable'; readonly chunk: ChunkState; readonly reason: Unreadable }
  | ({ readonly chunk: ChunkState } & Stop);

type WithoutChunk<Left> = Left extends unknown ? Omit<Left, 'chunk'> : never;
export type Why = WithoutChunk<Leaving>;

/** The work on a chunk: one hand claims and writes the ledger, the sends of batches claimed before go on meanwhile. */
export interface Work {
  readonly job: Job;
  readonly sends: SendsUnderWay;
  /** The chunk as it is, the latest of it not yet written. */
  chunk: ChunkState;
  /** Until then nobody asks again what people want of the run. */
  mayGoOnUntil: number;
  /** Whom they want left out, as it was read then. */
  exclude: Exclusion | undefined;
}
