import { type ChunkState, type Counts, countsOf, sumOf, type Unreadable } from './chunk-state.ts';
import type { Reconsidered } from './reconsider.ts';

/** Chunks are counted in shards, so that finishing one never rewrites a long list. */
const CHUNKS_PER_SHARD = 256;

export const shardOf = (chunk: number): number => Math.floor(chunk / CHUNKS_PER_SHARD);

/** What the chunks of a shard had accounted for when the wave was released. */
export interface Baseline {
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  readonly left: number;
  /** Offsets that were open, or are with this wave. */
  readonly open: number;
  /** Those who were decided before, and are open with this wave. */
  readonly reconsidered?: Readonly<Record<Reconsidered, number>> | undefined;
}

/** One shard of a wave. */
export interface WaveShard {
  readonly shard: number;
  readonly chunks: readonly number[];
  readonly baseline: Baseline;
}

const baselineOf = (chunks: readonly ChunkState[], those: readonly Reconsidered[]): Baseline => {
  const { accepted, refused, suppressed, left, pending, unknown, claimed } = sumOf(chunks.map(countsOf));
  const again = {
    left: those.includes('left') ? left : 0,
    refused: those.includes('refused') ? refused : 0,
    suppressed: those.includes('suppressed') ? suppressed : 0,
  };
  return {
    accepted,
    refused: refused - again.refused,
    suppressed: suppressed - again.suppressed,
    left: left - again.left,
    open: pending + unknown + claimed + again.left + again.refused + again.suppressed,
    ...(those.length > 0 && { reconsidered: again }),
  };
};

/** Cuts the chunks of a wave into shards and notes what each has behind it. */
export const shardsOf = (
  chunks: ReadonlyMap<number, ChunkState>,
  those: readonly Reconsidered[] = [],
): readonly WaveShard[] => {
  const byShard = Map.groupBy(chunks, ([chunk]) => shardOf(chunk));
  return [...byShard].map(([shard, members]) => ({
    shard,
    chunks: members.map(([chunk]) => chunk).toSorted((a, b) => a - b),
    baseline: baselineOf(
      members.map(([, state]) => state),
      those,
    ),
  }));
};

/** What a wave changed. The parts add up to `recipients`. */
export interface WaveReport {
  readonly recipients: number;
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  readonly left: number;
  readonly pending: number;
  readonly unsettled: number;
  readonly chunksWithPending: readonly number[];
  /** Chunks whose only open offsets are doubtful, or are doubtful and unreadable. */
  readonly chunksWithDoubt: readonly number[];
  /** Whom nobody can send to before something is repaired: they are not among the pending. */
  readonly unreadable: readonly UnreadableChunks[];
  /** Those who were decided before the wave, and open with it. */
  readonly reconsidered?: Readonly<Record<Reconsidered, number>> | undefined;
}

export interface UnreadableChunks {
  readonly reason: Unreadable;
  readonly recipients: number;
  readonly chunks: readonly number[];
}

/** Sums up a wave whose every chunk is closed. */
export const reportOf = (baselines: readonly Baseline[], chunks: ReadonlyMap<number, ChunkState>): WaveReport => {
  const counted = [...chunks].map(([chunk, state]): readonly [number, Counts] => [chunk, countsOf(state)]);
  const unreadable = unreadableIn(chunks);
  const isUnreadable = new Set(unreadable.flatMap((those) => those.chunks));
  const after = sumOf(counted.map(([, counts]) => counts));
  const before = (part: Exclude<keyof Baseline, 'reconsidered'>) =>
    baselines.reduce((sum, baseline) => sum + baseline[part], 0);
  const chunksWhere = (claim: (counts: Counts, chunk: number) => boolean) =>
    counted.flatMap(([chunk, counts]) => (claim(counts, chunk) ? [chunk] : [])).toSorted((a, b) => a - b);

  return {
    recipients: before('open'),
    accepted: after.accepted - before('accepted'),
    refused: after.refused - before('refused'),
    suppressed: after.suppressed - before('suppressed'),
    left: after.left - before('left'),
    pending: after.pending - unreadable.reduce((sum, { recipients }) => sum + recipients, 0),
    unsettled: after.unknown + after.claimed,
    chunksWithPending: chunksWhere(({ pending }, chunk) => pending > 0 && !isUnreadable.has(chunk)),
    chunksWithDoubt: chunksWhere(
      ({ pending, unknown }, chunk) => unknown > 0 && (pending === 0 || isUnreadable.has(chunk)),
    ),
    unreadable,
    ...reconsideredIn(baselines),
  };
};

const reconsideredIn = (baselines: readonly Baseline[]): Pick<WaveReport, 'reconsidered'> => {
  const all = baselines.flatMap(({ reconsidered }) => reconsidered ?? []);
  if (all.length === 0) return {};
  const sum = (part: Reconsidered) => all.reduce((total, each) => total + each[part], 0);
  return { reconsidered: { left: sum('left'), refused: sum('refused'), suppressed: sum('suppressed') } };
};

const unreadableIn = (chunks: ReadonlyMap<number, ChunkState>): readonly UnreadableChunks[] => {
  const all = [...chunks].flatMap(([chunk, state]) => {
    const { pending } = countsOf(state);
    return state.unreadable && pending > 0 ? [{ chunk, pending, reason: state.unreadable }] : [];
  });
  return [...Map.groupBy(all, ({ reason }) => reason)].map(([reason, those]) => ({
    reason,
    recipients: those.reduce((sum, { pending }) => sum + pending, 0),
    chunks: those.map(({ chunk }) => chunk).toSorted((a, b) => a - b),
  }));
};
