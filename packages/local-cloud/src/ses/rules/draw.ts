const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const UINT32 = 0x1_0000_0000;

/** murmur3's finalizer: without it, addresses that differ in one digit draw neighbouring numbers. */
const mix = (hash: number): number => {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/**
 * Draws a number from 0 to below 1 that looks random and is always the same for the same words.
 *
 * @example draw('bulkhead', 'fate', 'ann@example.com') < 0.005 // is she one of the 0.5 % that bounce?
 */
export const draw = (...words: readonly string[]): number => {
  let hash = FNV_OFFSET;
  for (const character of words.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
  }
  return mix(hash) / UINT32;
};

/** Draws a number between the two ends of a range. */
export const drawBetween = ([least, most]: readonly [number, number], ...words: readonly string[]): number =>
  least + (most - least) * draw(...words);
