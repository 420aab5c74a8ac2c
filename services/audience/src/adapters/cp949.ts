/**
 * CP949, which is what Excel in Korea saves. The platform's `euc-kr` stops at the 2,350 syllables of KS X 1001; CP949 has the
 * other 8,822 as well, and has them where a rule tells: the codes that KS X 1001 leaves free, in order, are the syllables that
 * it leaves out, in order.
 */

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const UNASSIGNED = 0;

type Range = readonly [first: number, last: number];

const range = ([first, last]: Range): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);

const pairs = (leads: Range, trails: readonly Range[]): readonly number[] =>
  range(leads).flatMap((lead) => trails.flatMap(range).map((trail) => lead * 256 + trail));

/** Where CP949 puts what KS X 1001 leaves out. */
const LETTERS: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
];
const extension = [
  ...pairs([0x81, 0xa0], [...LETTERS, [0x81, 0xfe]]),
  ...pairs([0xa1, 0xc6], [...LETTERS, [0x81, 0xa0]]),
];

/** The UTF-16 unit of every pair of bytes. */
const makeTable = (): Uint16Array => {
  const table = new Uint16Array(65_536).fill(UNASSIGNED);
  const euckr = new TextDecoder('euc-kr');
  const standard = pairs([0xa1, 0xfe], [[0xa1, 0xfe]]);
  for (const pair of standard) {
    const text = euckr.decode(Uint8Array.of(pair >> 8, pair & 255));
    if (text.length === 1 && text !== '\uFFFD') table[pair] = text.charCodeAt(0);
  }
  const taken = new Set(table);
  const left = range([FIRST_SYLLABLE, LAST_SYLLABLE]).filter((syllable) => !taken.has(syllable));
  for (const [n, pair] of extension.slice(0, left.length).entries()) table[pair] = left[n] ?? UNASSIGNED;
  return table;
};

let table: Uint16Array | undefined;

/** The syllables that Korean is written in every day: those of KS X 1001, which lie together. */
export const isCommonSyllable = (letter: string): boolean => {
  common ??= new Set(
    new TextDecoder('euc-kr').decode(Uint8Array.from(everyday.flatMap((pair) => [pair >> 8, pair & 255]))),
  );
  return common.has(letter);
};

const everyday = pairs([0xb0, 0xc8], [[0xa1, 0xfe]]);
let common: ReadonlySet<string> | undefined;

/** Decodes CP949 piece by piece; `undefined` for bytes that are none. Without bytes it says whether half a letter is left. */
export const makeCp949Decoder = (): { decode(bytes?: Uint8Array): string | undefined } => {
  table ??= makeTable();
  const known = table;
  let lead = 0;
  return {
    decode: (bytes) => {
      if (bytes === undefined) return lead === 0 ? '' : undefined;
      const units = new Uint16Array(bytes.length);
      let length = 0;
      for (const byte of bytes) {
        if (lead === 0 && byte >= 0x80) {
          lead = byte;
          continue;
        }
        const unit = lead === 0 ? byte : (known[lead * 256 + byte] ?? UNASSIGNED);
        if (lead !== 0 && unit === UNASSIGNED) return undefined;
        lead = 0;
        units[length] = unit;
        length += 1;
      }
      return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
    },
  };
};
