import { bitmapOf, common, complement, emptyBitmap, isEmpty, union, without } from './bitmap.ts';
import { type ChunkState, pendingOf, type Unreadable } from './chunk-state.ts';

interface Acquisition {
  readonly owner: string;
  /** The hard deadline of the owner's invocation. */
  readonly deadline: number;
  readonly wave: number;
  readonly tick: number;
}

interface Margins {
  /** How long after its sender's deadline a request may still be accepted. */
  readonly networkMs: number;
  /** How far two clocks may differ. */
  readonly skewMs: number;
}

/**
 * Takes a chunk over. Claims that its last owner left open become doubt, and stay doubtful until that owner's
 * own deadline has passed: counting from now would call a request settled that is still to be sent.
 */
export const acquire = (chunk: ChunkState, by: Acquisition, { networkMs, skewMs }: Margins): ChunkState => ({
  ...doubtClaims(chunk, networkMs),
  owner: by.owner,
  leaseUntil: by.deadline + skewMs,
  wave: by.wave,
  tick: by.tick,
  unreadable: undefined,
});

/** What became of claimed offsets. A claim that is not mentioned stays open: its answer is still to come. */
export interface Settlement {
  readonly accepted: readonly number[];
  readonly refused: readonly number[];
  /** Certainly not taken by SES: pending again. */
  readonly released: readonly number[];
  /** May have been taken. */
  readonly unknown: readonly number[];
}

/** Decides open claims. Others may be under way meanwhile. */
export const settle = (chunk: ChunkState, settlement: Settlement, networkMs: number): ChunkState => {
  const claimedOnes = (offsets: readonly number[]) => common(chunk.claimed, bitmapOf(chunk.size, offsets));
  const unknown = claimedOnes(settlement.unknown);
  const accepted = without(claimedOnes(settlement.accepted), unknown);
  const refused = without(claimedOnes(settlement.refused), union(unknown, accepted));
  const released = without(claimedOnes(settlement.released), [unknown, accepted, refused].reduce(union));

  return {
    ...chunk,
    accepted: union(chunk.accepted, accepted),
    refused: union(chunk.refused, refused),
    unknown: union(chunk.unknown, unknown),
    claimed: without(chunk.claimed, [unknown, accepted, refused, released].reduce(union)),
    quietAt: isEmpty(unknown) ? chunk.quietAt : Math.max(chunk.quietAt, chunk.claimDeadline + networkMs),
  };
};

/** Decides about pending offsets that need no mail: suppressed ones and those no mail can be made for. */
export const dropPending = (
  chunk: ChunkState,
  dropped: { readonly suppressed: readonly number[]; readonly refused: readonly number[] },
): ChunkState => {
  const pending = pendingOf(chunk);
  const suppressed = common(pending, bitmapOf(chunk.size, dropped.suppressed));
  const refused = without(common(pending, bitmapOf(chunk.size, dropped.refused)), suppressed);

  return { ...chunk, suppressed: union(chunk.suppressed, suppressed), refused: union(chunk.refused, refused) };
};

/** Claims pending offsets for an invocation with this deadline. Once that is written, and only then, they may be sent. */
export const claim = (chunk: ChunkState, offsets: readonly number[], deadline: number): ChunkState => ({
  ...chunk,
  claimed: union(chunk.claimed, common(pendingOf(chunk), bitmapOf(chunk.size, offsets))),
  claimDeadline: deadline,
});

/** Notes that the pending recipients cannot be sent to until somebody has repaired something. */
export const withUnreadable = (chunk: ChunkState, reason: Unreadable): ChunkState => ({ ...chunk, unreadable: reason });

/** Lets go of a chunk that is to be worked on again: older messages of the wave are dead from now on. */
export const release = (chunk: ChunkState, nextTick: number): ChunkState => ({
  ...chunk,
  owner: '',
  leaseUntil: 0,
  tick: nextTick,
});

/**
 * Ends the work on a chunk for a wave. A chunk with open claims is not closed: whoever holds them still believes in them. Nor is one
 * with doubt in a final wave, after which nobody would settle it.
 */
export const close = (chunk: ChunkState, { final }: { readonly final: boolean }): ChunkState =>
  isEmpty(chunk.claimed) && !(final && isDoubtful(chunk))
    ? { ...chunk, owner: '', leaseUntil: 0, shutWave: chunk.wave }
    : chunk;

export const isDoubtful = ({ unknown }: ChunkState): boolean => !isEmpty(unknown);

const doubtClaims = (chunk: ChunkState, networkMs: number): ChunkState =>
  isEmpty(chunk.claimed)
    ? chunk
    : {
        ...chunk,
        unknown: union(chunk.unknown, chunk.claimed),
        claimed: emptyBitmap(chunk.size),
        quietAt: Math.max(chunk.quietAt, chunk.claimDeadline + networkMs),
      };

/** Whether the bitmaps are disjoint and inside the chunk: true of every state a function here answers. */
export const isPartition = (chunk: ChunkState): boolean => {
  const bitmaps = [chunk.accepted, chunk.refused, chunk.suppressed, chunk.unknown, chunk.claimed, chunk.left];
  const all = bitmaps.reduce(union);
  const disjoint = bitmaps.every((one, n) => bitmaps.slice(n + 1).every((other) => isEmpty(common(one, other))));

  return disjoint && isEmpty(without(all, complement(emptyBitmap(chunk.size), chunk.size)));
};
