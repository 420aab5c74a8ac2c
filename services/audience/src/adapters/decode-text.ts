import { analyse } from 'chardet';

import { decodeCp949, isCommonSyllable } from './cp949.ts';

const marks = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** What a guess is made of. */
const SAMPLE_BYTES = 262_144;

/**
 * Decodes a text file of unknown origin: a byte order mark says it, valid UTF-8 is UTF-8, zeros betray UTF-16, and the rest
 * is a legacy encoding in which every byte means something and the letters look like a language. `undefined` if none does.
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

/** A list has few letters to guess from, so likelihood alone (chardet) would often take Korean or Cyrillic for Latin. */
const legacy = (bytes: Uint8Array): string | undefined => {
  const korean = decodeCp949(bytes);
  if (korean !== undefined && looksKorean(korean)) return korean;

  const texts = analyse(bytes.subarray(0, SAMPLE_BYTES)).flatMap(({ name }) => {
    const text = name === 'EUC-KR' ? undefined : decoded(bytes, name);
    return text === undefined || /[\u0080-\u009f]/.test(text) ? [] : [{ name, text }];
  });
  return (texts.find(({ name, text }) => !isLatin(name) || looksLatin(text)) ?? texts[0])?.text ?? korean;
};

/** Nearly all that is not ASCII is an everyday syllable: Chinese taken for Korean is half ideographs, Japanese full of rarities. */
const looksKorean = (text: string): boolean => {
  const special = specialLetters(text);
  return special.filter(isCommonSyllable).length >= special.length * 0.75;
};

const isLatin = (name: string): boolean => /^(ISO-8859-[1249]|windows-125[0247])$/.test(name);

/** Letters with marks stand alone among plain ones, and few signs stand among letters. */
const looksLatin = (text: string): boolean => {
  const special = specialLetters(text).length;
  const crowded = text.slice(0, SAMPLE_BYTES).match(/(?<=[^\0-\x7f])[^\0-\x7f]/g) ?? [];
  const signs = specialLetters(text).filter((letter) => !/[\p{L}\p{M}]/u.test(letter));
  return crowded.length < special * 0.4 && signs.length < special * 0.2;
};

const specialLetters = (text: string): readonly string[] => text.slice(0, SAMPLE_BYTES).match(/[^\0-\x7f]/g) ?? [];
