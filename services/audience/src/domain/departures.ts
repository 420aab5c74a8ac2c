import { countOf, type Departing, type SnapshotChunk, type SnapshotPart } from './snapshot.ts';

/** When chunks may go out: those from `firstChunk` to that of the next departure. */
export interface Departure {
  readonly firstChunk: number;
  readonly recipients: number;
  readonly notBefore: string;
}

interface Cut extends Departing {
  /** How many recipients each of the chunks gets that are made of the rests. */
  readonly sizes: readonly number[];
}

/** What the shards have for each moment, the earliest first. */
const gather = (parts: readonly SnapshotPart[]): readonly Departing[] => {
  const all = parts.toSorted((one, other) => one.shard - other.shard).flatMap(({ departures = [] }) => departures);
  return [...Map.groupBy(all, ({ notBefore }) => notBefore)]
    .map(([notBefore, those]) => ({
      notBefore,
      full: those.flatMap(({ full }) => full),
      rests: those.flatMap(({ rests }) => rests),
    }))
    .toSorted((one, other) => (one.notBefore < other.notBefore ? -1 : 1));
};

interface Sizes {
  readonly firstChunkSize: number;
  readonly chunkSize: number;
}

/**
 * The rests of all shards fill further chunks, moment by moment. A run begins with a short chunk, which is made of rests of the earliest moment; if
 * all chunks of that are full, one of them is cut anew.
 */
export const cutDepartures = (parts: readonly SnapshotPart[], sizes: Sizes): readonly Cut[] =>
  gather(parts).map((departing, n) => {
    const { full, rests } = n === 0 ? withRests(departing) : departing;
    const first = n === 0 ? sizes.firstChunkSize : sizes.chunkSize;
    return { notBefore: departing.notBefore, full, rests, sizes: sizesOf(countOf(rests), first, sizes.chunkSize) };
  });

const withRests = ({ full, rests }: Departing): Pick<Departing, 'full' | 'rests'> =>
  rests.length > 0 ? { full, rests } : { full: full.slice(1), rests: full.slice(0, 1) };

const sizesOf = (recipients: number, first: number, others: number): readonly number[] => {
  const sizes: number[] = [];
  for (let left = recipients; left > 0; left -= sizes.at(-1) ?? left) {
    sizes.push(Math.min(left, sizes.length === 0 ? first : others));
  }
  return sizes;
};

interface InOrder {
  readonly chunks: readonly SnapshotChunk[];
  readonly departures: readonly Departure[];
}

/** The chunks in the order in which they may go out: of each moment the full ones, then those made of rests, of which one begins the run. */
export const inOrderOfDeparture = (cut: readonly Cut[], ofRests: readonly SnapshotChunk[]): InOrder => {
  const chunks: SnapshotChunk[] = [];
  const departures: Departure[] = [];
  let taken = 0;
  for (const [n, { notBefore, full, sizes }] of cut.entries()) {
    const own = ofRests.slice(taken, taken + sizes.length);
    taken += sizes.length;
    const those = n === 0 ? [...own.slice(0, 1), ...full, ...own.slice(1)] : [...full, ...own];
    departures.push({ firstChunk: chunks.length, recipients: countOf(those), notBefore });
    chunks.push(...those);
  }
  return { chunks, departures };
};
