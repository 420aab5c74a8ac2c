import type { PartCounts } from '../domain/part.ts';

/** One byte for the number of a part, two for how many of its recipients are in the bitmap: at most 7,000. */
const ENTRY_BYTES = 3;

/** In the order of their numbers, so that the same counts are the same bytes. */
export const packCounts = (counts: PartCounts): Buffer => {
  const entries = [...counts].sort(([a], [b]) => a - b);
  const packed = Buffer.alloc(entries.length * ENTRY_BYTES);
  for (const [n, [part, count]] of entries.entries()) {
    packed.writeUInt8(part, n * ENTRY_BYTES);
    packed.writeUInt16BE(count, n * ENTRY_BYTES + 1);
  }
  return packed;
};

export const unpackCounts = (packed: Uint8Array | undefined): PartCounts => {
  if (packed === undefined) return new Map();
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return new Map(
    Array.from({ length: packed.length / ENTRY_BYTES }, (_, n) => [
      view.getUint8(n * ENTRY_BYTES),
      view.getUint16(n * ENTRY_BYTES + 1),
    ]),
  );
};

/** The counts with those of recipients who are new in the bitmap. */
export const countingAlso = (
  counts: PartCounts,
  fresh: readonly number[],
  partsOf: ReadonlyMap<number, readonly number[]>,
): PartCounts => {
  const next = new Map(counts);
  for (const position of fresh) {
    for (const part of partsOf.get(position) ?? []) next.set(part, (next.get(part) ?? 0) + 1);
  }
  return next;
};
