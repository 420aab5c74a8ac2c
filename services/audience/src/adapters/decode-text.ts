import { analyse } from 'chardet';

const marks = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** What a guess is made of, and the most that is looked at for it. */
const SAMPLE_BYTES = 262_144;

/** chardet's names of what the Encoding Standard calls otherwise. Its `euc-kr` is the whole of CP949. */
const labels: Readonly<Record<string, string>> = { 'ISO-8859-8-I': 'iso-8859-8', 'UTF-32LE': '', 'UTF-32BE': '' };

/**
 * Decodes a text file of unknown origin: a byte order mark says it, valid UTF-8 is UTF-8, zeros betray UTF-16, and the rest
 * is the most likely legacy encoding in which every byte means something. `undefined` if there is none.
 */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  const marked = marks.find(({ mark }) => mark.every((byte, n) => bytes[n] === byte));
  if (marked !== undefined) return decoded(bytes, marked.encoding);
  const wide = wideEncoding(bytes);
  return wide === undefined ? (decoded(bytes, 'utf-8') ?? legacy(bytes)) : decoded(bytes, wide);
};

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Latin letters, commas and line breaks have a zero beside them in UTF-16; text has no other zeros. */
const wideEncoding = (bytes: Uint8Array): string | undefined => {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zerosAt = (parity: number) => sample.filter((byte, n) => byte === 0 && n % 2 === parity).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (even + odd < sample.length / 20) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

const legacy = (bytes: Uint8Array): string | undefined => {
  for (const { name } of analyse(bytes.subarray(0, SAMPLE_BYTES))) {
    const text = decoded(bytes, labels[name] ?? name);
    if (text !== undefined && !/[\u0080-\u009f]/.test(text)) return text;
  }
  return undefined;
};
