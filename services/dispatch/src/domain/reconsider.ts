import { type Bitmap, common, emptyBitmap, isEmpty, union, without } from './bitmap.ts';
import type { ChunkState } from './chunk-state.ts';

/** Those whose fate was decided, and who are mailed all the same because a person asked for it. */
export type Reconsidered = 'left' | 'refused' | 'suppressed';

interface Asked {
  readonly wave: number;
  readonly reconsider?: readonly Reconsidered[] | undefined;
}

/**
 * Makes recipients pending again, once for each wave: the write that takes the chunk over for the wave is the one that
 * moves them, and whatever comes later for the same wave finds the chunk in it already. Whoever is left or refused after
 * that stays so. Of those who were left, SES may have told since: they are accepted. Those who were suppressed are looked up once more.
 */
export const reconsider = (chunk: ChunkState, asked: Asked, seen: Bitmap = emptyBitmap(chunk.size)): ChunkState => {
  const those = asked.reconsider ?? [];
  if (chunk.wave >= asked.wave || those.length === 0) return chunk;

  const left = those.includes('left') ? chunk.left : emptyBitmap(chunk.size);
  const refused = those.includes('refused') ? chunk.refused : emptyBitmap(chunk.size);
  return {
    ...chunk,
    accepted: union(chunk.accepted, common(left, seen)),
    left: without(chunk.left, left),
    refused: without(chunk.refused, refused),
    suppressed: those.includes('suppressed') ? emptyBitmap(chunk.size) : chunk.suppressed,
  };
};

/** Whether somebody in doubt is about to be mailed again: what is known of him is looked at before. */
export const reconsidersDoubt = (chunk: ChunkState, { wave, reconsider: those = [] }: Asked): boolean =>
  chunk.wave < wave && those.includes('left') && !isEmpty(chunk.left);
