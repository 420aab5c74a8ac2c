/** A set of offsets of one chunk: offset n is bit `n & 7` of byte `n >> 3`. A value: every function answers a new one. */
export type Bitmap = Readonly<Uint8Array>;

const bytesFor = (size: number): number => Math.ceil(size / 8);

export const emptyBitmap = (size: number): Bitmap => new Uint8Array(bytesFor(size));

export const bitmapOf = (size: number, offsets: Iterable<number>): Bitmap => {
  const bits = new Uint8Array(bytesFor(size));
  for (const offset of offsets) {
    if (offset < 0 || offset >= size) continue;
    bits[offset >> 3] = (bits[offset >> 3] ?? 0) | (1 << (offset & 7));
  }
  return bits;
};

export const hasOffset = (bitmap: Bitmap, offset: number): boolean =>
  ((bitmap[offset >> 3] ?? 0) & (1 << (offset & 7))) !== 0;

export const union = (a: Bitmap, b: Bitmap): Bitmap => Uint8Array.from(a, (byte, n) => byte | (b[n] ?? 0));

export const common = (a: Bitmap, b: Bitmap): Bitmap => Uint8Array.from(a, (byte, n) => byte & (b[n] ?? 0));

/** The offsets of `a` that are not in `b`. */
export const without = (a: Bitmap, b: Bitmap): Bitmap => Uint8Array.from(a, (byte, n) => byte & ~(b[n] ?? 0));

/** Every offset of a chunk of this size that is not in the bitmap. */
export const complement = (bitmap: Bitmap, size: number): Bitmap =>
  Uint8Array.from(bitmap, (byte, n) => ~byte & 0xff & ((1 << Math.min(8, size - n * 8)) - 1));

export const countOf = (bitmap: Bitmap): number => bitmap.reduce((sum, byte) => sum + onesIn(byte), 0);

export const isEmpty = (bitmap: Bitmap): boolean => bitmap.every((byte) => byte === 0);

/** The offsets in ascending order, at most `limit` of them. */
export const offsetsOf = (bitmap: Bitmap, limit = Number.POSITIVE_INFINITY): readonly number[] => {
  const offsets: number[] = [];
  for (let offset = 0; offset < bitmap.length * 8 && offsets.length < limit; offset += 1) {
    if (hasOffset(bitmap, offset)) offsets.push(offset);
  }
  return offsets;
};

const onesIn = (byte: number): number => {
  let ones = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) ones += 1;
  return ones;
};
