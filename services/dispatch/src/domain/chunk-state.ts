import { type Bitmap, complement, countOf, emptyBitmap, union } from './bitmap.ts';

/**
 * What is known about the recipients of one chunk, and who works on it.
 * The six bitmaps are disjoint; an offset in none of them is pending. Instants are epoch milliseconds, 0 for never.
 */
export interface ChunkState {
  readonly size: number;
  /** Fingerprint of the chunk object: other recipients under the same offsets are refused. */
  readonly content: string;
  readonly accepted: Bitmap;
  readonly refused: Bitmap;
  readonly suppressed: Bitmap;
  /** SES may or may not have taken it: the answer was lost. */
  readonly unknown: Bitmap;
  readonly claimed: Bitmap;
  /** Doubt that only a person can settle. */
  readonly left: Bitmap;
  /** The invocation that works on the chunk, or empty. */
  readonly owner: string;
  readonly leaseUntil: number;
  /** The hard deadline of the invocation that made the open claims. */
  readonly claimDeadline: number;
  /** After it, no request that caused any doubt can be accepted any more. Only grows. */
  readonly quietAt: number;
  readonly wave: number;
  /** The last wave this chunk was closed for. */
  readonly shutWave: number;
  /** The generation of messages inside the wave. */
  readonly tick: number;
  /** Why its pending recipients could not be sent to in the wave that it was last closed for. */
  readonly unreadable?: Unreadable | undefined;
}

/**
 * Why recipients cannot be sent to: their chunk object is gone, is no chunk object, or is another one than was released; or the object
 * is sound and single rows break their contract. Somebody has to repair that; then a later wave sends to them.
 */
export type Unreadable = 'chunk_missing' | 'chunk_malformed' | 'chunk_changed' | 'row_malformed';

/** A chunk's state as it is stored. `rev` grows by one with every write and fences all others; `writeId` recognises one's own write. */
export interface Ledger extends ChunkState {
  readonly rev: number;
  readonly writeId: string;
}

/** The state of a chunk nobody has worked on. */
export const untouchedChunk = (size: number, content: string): ChunkState => ({
  size,
  content,
  accepted: emptyBitmap(size),
  refused: emptyBitmap(size),
  suppressed: emptyBitmap(size),
  unknown: emptyBitmap(size),
  claimed: emptyBitmap(size),
  left: emptyBitmap(size),
  owner: '',
  leaseUntil: 0,
  claimDeadline: 0,
  quietAt: 0,
  wave: 0,
  shutWave: 0,
  tick: 0,
});

/** Offsets about which nothing has been decided. */
export const pendingOf = ({ size, accepted, refused, suppressed, unknown, claimed, left }: ChunkState): Bitmap =>
  complement([refused, suppressed, unknown, claimed, left].reduce(union, accepted), size);

/** How many offsets are in which state. They add up to `recipients`. */
export interface Counts {
  readonly recipients: number;
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  readonly unknown: number;
  readonly claimed: number;
  readonly left: number;
  readonly pending: number;
}

export const countsOf = (chunk: ChunkState): Counts => ({
  recipients: chunk.size,
  accepted: countOf(chunk.accepted),
  refused: countOf(chunk.refused),
  suppressed: countOf(chunk.suppressed),
  unknown: countOf(chunk.unknown),
  claimed: countOf(chunk.claimed),
  left: countOf(chunk.left),
  pending: countOf(pendingOf(chunk)),
});

const noCounts: Counts = {
  recipients: 0,
  accepted: 0,
  refused: 0,
  suppressed: 0,
  unknown: 0,
  claimed: 0,
  left: 0,
  pending: 0,
};

export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, counts) => ({
      recipients: sum.recipients + counts.recipients,
      accepted: sum.accepted + counts.accepted,
      refused: sum.refused + counts.refused,
      suppressed: sum.suppressed + counts.suppressed,
      unknown: sum.unknown + counts.unknown,
      claimed: sum.claimed + counts.claimed,
      left: sum.left + counts.left,
      pending: sum.pending + counts.pending,
    }),
    noCounts,
  );
