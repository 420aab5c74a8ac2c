const [ZERO, NINE] = [0x30, 0x39];

/** Where to go on behind bytes that are expected next; 0 if others come, or none. */
export const behind = (bytes: Buffer, at: number, expected: Buffer): number => {
  if (at + expected.length > bytes.length) return 0;
  for (let n = 0; n < expected.length; n += 1) if (bytes[at + n] !== expected[n]) return 0;
  return at + expected.length;
};

/** Where the digits end that begin here, if they are no more than so many. */
export const behindDigits = (bytes: Buffer, from: number, most: number): number => {
  let at = from;
  for (let digit = bytes[at] ?? 0; at < from + most && digit >= ZERO && digit <= NINE; digit = bytes[at] ?? 0) at += 1;
  return at;
};
