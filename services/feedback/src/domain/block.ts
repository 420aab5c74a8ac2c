import type { Bitmap } from './bitmap.ts';
import type { Recipient } from './outcome.ts';

/**
 * Recipients are counted in blocks of seven chunks. A bitmap of 7,000 bits with its keys stays under 1,024 bytes, so writing
 * it costs one write unit, the same as a bitmap of one chunk; and late, scattered outcomes (opens) meet in fewer bitmaps.
 */
const CHUNKS_PER_BLOCK = 7;
const OFFSETS_PER_CHUNK = 1_000;
const CHUNK_BYTES = OFFSETS_PER_CHUNK / 8;
export const BLOCK_BYTES = CHUNKS_PER_BLOCK * CHUNK_BYTES;

type Place = Pick<Recipient, 'chunk' | 'offset'>;

/** The block that a chunk belongs to. */
export const blockOf = (chunk: number): number => Math.floor(chunk / CHUNKS_PER_BLOCK);

/** The bit of a recipient in its block. */
export const positionOf = ({ chunk, offset }: Place): number => (chunk % CHUNKS_PER_BLOCK) * OFFSETS_PER_CHUNK + offset;

/** The recipient of a bit. */
export const placeAt = (block: number, position: number): Place => ({
  chunk: block * CHUNKS_PER_BLOCK + Math.floor(position / OFFSETS_PER_CHUNK),
  offset: position % OFFSETS_PER_CHUNK,
});

/** The part of a block's bitmap that belongs to a chunk: offset n is bit `n & 7` of byte `n >> 3`. */
export const partOfChunk = (bitmap: Bitmap, chunk: number): Bitmap => {
  const start = (chunk % CHUNKS_PER_BLOCK) * CHUNK_BYTES;
  return bitmap.slice(start, start + CHUNK_BYTES);
};
