/** An object with recipients, one a line. */
export interface SnapshotChunk {
  readonly uri: string;
  readonly etag: string;
  readonly recipients: number;
}

/** Recipients of one shard, or of all of them, who may be mailed from the same moment on. */
export interface Departing {
  readonly notBefore: string;
  /** Chunks of the full size. */
  readonly full: readonly SnapshotChunk[];
  /** Shorter ones. */
  readonly rests: readonly SnapshotChunk[];
}

/** Members of the lists who are not recipients, by reason, everybody once. */
export interface Excluded {
  readonly unsubscribed: number;
  readonly suppressed: number;
  /** By other lists and by segments. */
  readonly leftOut: number;
}

/** What came of one shard. */
export interface SnapshotPart {
  readonly shard: number;
  /** The short chunk that a run begins with; only the first shard has one, and only if it has that many recipients. */
  readonly first?: SnapshotChunk | undefined;
  /** Chunks of the full size. */
  readonly full: readonly SnapshotChunk[];
  /** Those who did not fill a chunk. */
  readonly rest?: SnapshotChunk | undefined;
  /** All of them, where everybody is mailed by the clock where they are: nothing is in the others then. */
  readonly departures?: readonly Departing[] | undefined;
  readonly excluded: Excluded;
}

export const countOf = (chunks: readonly SnapshotChunk[]): number =>
  chunks.reduce((sum, { recipients }) => sum + recipients, 0);

export const recipientsOf = ({ first, full, rest, departures = [] }: SnapshotPart): number =>
  countOf([
    ...(first ? [first] : []),
    ...full,
    ...(rest ? [rest] : []),
    ...departures.flatMap((each) => [...each.full, ...each.rests]),
  ]);

export const excludedOf = (parts: readonly SnapshotPart[]): Excluded => {
  const sumOf = (reason: keyof Excluded) => parts.reduce((sum, { excluded }) => sum + excluded[reason], 0);
  return { unsubscribed: sumOf('unsubscribed'), suppressed: sumOf('suppressed'), leftOut: sumOf('leftOut') };
};

const restsOf = (parts: readonly SnapshotPart[]): readonly SnapshotChunk[] => parts.flatMap(({ rest }) => rest ?? []);

/** Where the chunks come from that are made of the rests. */
export interface Restful {
  readonly rests: readonly SnapshotChunk[];
  /** How many recipients each of them gets; all but the first and the last are full. */
  readonly sizes: readonly number[];
}

/**
 * The rests of all shards, in order, fill further chunks, so that no chunk of a snapshot is short but its first and its last.
 * The first of them is short if the first shard was too small for a short chunk of its own: a small list has nothing but rests.
 */
export const cutRests = (
  parts: readonly SnapshotPart[],
  { firstChunkSize, chunkSize }: { readonly firstChunkSize: number; readonly chunkSize: number },
): Restful => {
  const rests = restsOf(parts);
  const sizes: number[] = [];
  let left = rests.reduce((sum, { recipients }) => sum + recipients, 0);
  while (left > 0) {
    const isFirst = sizes.length === 0 && !parts.some(({ first }) => first !== undefined);
    const size = Math.min(left, isFirst ? firstChunkSize : chunkSize);
    sizes.push(size);
    left -= size;
  }
  return { rests, sizes };
};

/**
 * The chunks of a snapshot in the order of their numbers: the short one, the full ones shard by shard, those made of the rests.
 * Who is in which is decided by the hashes that ids are, so any of them is a fair sample.
 */
export const inOrder = (
  parts: readonly SnapshotPart[],
  ofRests: readonly SnapshotChunk[],
): readonly SnapshotChunk[] => {
  const first = parts.find((part) => part.first !== undefined)?.first;
  const full = parts.toSorted((one, other) => one.shard - other.shard).flatMap((part) => part.full);
  if (first !== undefined) return [first, ...full, ...ofRests];
  const [short, ...others] = ofRests;
  return short === undefined ? full : [short, ...full, ...others];
};
