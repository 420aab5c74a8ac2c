import type { PartCounts } from '../domain/part.ts';

/*
 * A part takes one byte if it is one of the next few and has few recipients, as most have in a block: two bits for how many numbers are
 * left out before it, six for how many recipients. What does not fit is all ones, and follows, seven bits a byte, the lowest first.
 */
const GAP_FOLLOWS = 3;
const COUNT_FOLLOWS = 63;

/** In the order of their numbers, so that the same counts are the same bytes. */
export const packCounts = (counts: PartCounts): Buffer => {
  const bytes: number[] = [];
  let next = 0;
  for (const [part, count] of [...counts].sort(([a], [b]) => a - b)) {
    const gap = part - next;
    bytes.push((Math.min(gap, GAP_FOLLOWS) << 6) | Math.min(count, COUNT_FOLLOWS));
    if (gap >= GAP_FOLLOWS) bytes.push(...sevenBitsEach(gap));
    if (count >= COUNT_FOLLOWS) bytes.push(...sevenBitsEach(count));
    next = part + 1;
  }
  return Buffer.from(bytes);
};

export const unpackCounts = (packed: Uint8Array = new Uint8Array()): PartCounts => {
  const counts = new Map<number, number>();
  const bytes = packed.values();
  let next = 0;
  for (const head of bytes) {
    const gap = head >> 6 === GAP_FOLLOWS ? numberIn(bytes) : head >> 6;
    const count = (head & COUNT_FOLLOWS) === COUNT_FOLLOWS ? numberIn(bytes) : head & COUNT_FOLLOWS;
    counts.set(next + gap, count);
    next += gap + 1;
  }
  return counts;
};

const sevenBitsEach = (number: number): readonly number[] =>
  number < 128 ? [number] : [(number & 127) | 128, ...sevenBitsEach(number >> 7)];

/** Reads one number and no further. */
const numberIn = (bytes: Iterator<number>): number => {
  const { value = 0, done } = bytes.next();
  const byte = done ? 0 : value;
  return byte < 128 ? byte : (byte & 127) + numberIn(bytes) * 128;
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
