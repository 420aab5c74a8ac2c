import * as z from 'zod/mini';

import { bitmapOf, offsetsOf } from '../domain/bitmap.ts';
import type { Wave } from '../domain/run.ts';
import type { WaveShard } from '../domain/wave.ts';

const SHARD_SIZE = 256;

const ShardItem = z.object({
  shard: z.number(),
  final: z.boolean(),
  n: z.number(),
  /** Which of the 256 chunks of the shard belong to the wave. */
  of: z.instanceof(Uint8Array),
  done: z._default(z.instanceof(Set), new Set()),
  accepted: z.number(),
  refused: z.number(),
  suppressed: z.number(),
  left: z.number(),
  open: z.number(),
  reconsidered: z.optional(z.object({ left: z.number(), refused: z.number(), suppressed: z._default(z.number(), 0) })),
  reconsider: z.optional(z.array(z.enum(['left', 'refused', 'suppressed']))),
});
export type ShardItem = z.infer<typeof ShardItem>;

/** A shard before any of its chunks is done: `done` begins to exist with its first member, sets are never empty. */
export const toShardItem = (
  { shard, chunks, baseline }: WaveShard,
  { final, reconsider }: Pick<Wave, 'final' | 'reconsider'>,
): Omit<ShardItem, 'done'> => ({
  ...baseline,
  shard,
  final,
  ...(reconsider && { reconsider: [...reconsider] }),
  n: chunks.length,
  of: Uint8Array.from(
    bitmapOf(
      SHARD_SIZE,
      chunks.map((chunk) => chunk - shard * SHARD_SIZE),
    ),
  ),
});

export const isShardFull = (item: unknown): boolean => {
  const { n, done } = z.parse(ShardItem, item);
  return done.size >= n;
};

export const shardFromItem = (item: unknown): Wave['shards'][number] & Pick<Wave, 'final' | 'reconsider'> => {
  const { shard, final, reconsider, of, done, n: _, ...baseline } = z.parse(ShardItem, item);
  return {
    shard,
    final,
    reconsider,
    chunks: offsetsOf(of).map((offset) => shard * SHARD_SIZE + offset),
    done: new Set([...done].map(Number)),
    baseline,
  };
};
