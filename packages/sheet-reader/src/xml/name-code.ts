/** Codes of names that are no longer than this are exact; longer ones are hashes. */
const EXACT_BYTES = 3;
const HASHED = 0x1_000_000;

/**
 * A small integer that stands for the local name of a tag, so that the scanner compares no strings. Names of up to three
 * bytes, the ones that a sheet repeats by the million, have codes of their own.
 */
export const codeOf = (bytes: Uint8Array, from: number, to: number): number => {
  let code = 0;
  if (to - from <= EXACT_BYTES) {
    for (let at = from; at < to; at += 1) code = (code << 8) | (bytes[at] ?? 0);
    return code;
  }
  for (let at = from; at < to; at += 1) code = (Math.imul(code, 31) + (bytes[at] ?? 0)) | 0;
  return HASHED | (code & 0x3fff_ffff);
};

export const nameCode = (name: string): number => {
  const bytes = Buffer.from(name);
  return codeOf(bytes, 0, bytes.length);
};
