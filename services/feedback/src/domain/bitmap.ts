/** A set of positions, one bit each. Shorter than its block where its last bits are zero. */
export type Bitmap = Readonly<Uint8Array>;

export const emptyBitmap: Bitmap = new Uint8Array();

export const has = (bitmap: Bitmap, position: number): boolean =>
  ((bitmap[position >> 3] ?? 0) & (1 << (position & 7))) !== 0;

/** The bitmap with these positions too. Setting a bit twice is setting it once: this is what makes repetition harmless. */
export const including = (bitmap: Bitmap, positions: Iterable<number>): Bitmap => {
  const wanted = [...positions];
  const last = wanted.reduce((highest, position) => Math.max(highest, position), -1);
  const grown = new Uint8Array(Math.max(bitmap.length, (last >> 3) + 1));
  grown.set(bitmap);
  for (const position of wanted) grown[position >> 3] = (grown[position >> 3] ?? 0) | (1 << (position & 7));
  return grown;
};

/** All positions of several bitmaps. */
export const union = (bitmaps: readonly Bitmap[]): Bitmap => {
  const joined = new Uint8Array(Math.max(0, ...bitmaps.map(({ length }) => length)));
  for (const bitmap of bitmaps) {
    for (const [n, byte] of bitmap.entries()) joined[n] = (joined[n] ?? 0) | byte;
  }
  return joined;
};

/** The positions of a bitmap that are not in another. */
export const without = (bitmap: Bitmap, other: Bitmap): Bitmap => bitmap.map((byte, n) => byte & ~(other[n] ?? 0));

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** How many positions there are. */
export const size = (bitmap: Bitmap): number => bitmap.reduce((sum, byte) => sum + (ONES[byte] ?? 0), 0);

/** The positions, in order. */
export function* positionsIn(bitmap: Bitmap): Generator<number> {
  for (const [n, byte] of bitmap.entries()) {
    for (let bit = 0; bit < 8 && byte >> bit > 0; bit += 1) {
      if ((byte >> bit) & 1) yield n * 8 + bit;
    }
  }
}
