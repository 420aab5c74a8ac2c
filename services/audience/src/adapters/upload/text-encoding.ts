import { buffer } from 'node:stream/consumers';

import type { RangeSource } from '@bulkhead/sheet-reader';
import { analyse } from 'chardet';

import { isCommonSyllable } from '../cp949.ts';
import { decodingOf, UndecodableText } from './text-decoders.ts';
import { markOf, textOf } from './text-of.ts';

/** What a guess is made of. */
const SAMPLE_BYTES = 262_144;

export interface DetectedEncoding {
  readonly encoding: string | undefined;
  /** The bytes that were fetched to know. */
  readonly fetched: number;
}

/**
 * Tells the encoding of a text file of unknown origin: a byte order mark says it, valid UTF-8 is UTF-8, zeros betray UTF-16, and
 * the rest is a legacy encoding in which every byte means something and the letters look like a language.
 */
export const detectEncoding = async (source: RangeSource): Promise<DetectedEncoding> => {
  const start = await sampleFrom(source, 0);
  const plain = markOf(start)?.encoding ?? wideEncoding(start);
  if (plain !== undefined) return { encoding: plain, fetched: start.length };
  if (await isReadable(source, 'utf-8')) return { encoding: 'utf-8', fetched: start.length + source.size };

  const encoding = await legacyEncoding(source, await sampleFrom(source, await firstLetterBeyondAscii(source)));
  return { encoding, fetched: start.length + 3 * source.size };
};

const sampleFrom = (source: RangeSource, start: number): Promise<Buffer> =>
  buffer(source.stream(start, Math.min(source.size, start + SAMPLE_BYTES)));

/** Latin letters, commas and line breaks have a zero beside them in UTF-16; text has no other zeros. */
const wideEncoding = (sample: Buffer): string | undefined => {
  const zerosAt = (parity: number) => sample.filter((byte, n) => byte === 0 && n % 2 === parity).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (even + odd < sample.length / 20) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

/** Control characters that no text has: an encoding that reads any byte reads them into a text that is in another one. */
const CONTROLS = /[\u0080-\u009f]/;

/** Whether all of a file's bytes mean something in the encoding, and nothing odd. */
const isReadable = async (source: RangeSource, encoding: string): Promise<boolean> => {
  try {
    for await (const text of textOf(source, encoding)) {
      if (typeof text === 'string' && CONTROLS.test(text)) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof UndecodableText) return false;
    throw error;
  }
};

const firstLetterBeyondAscii = async (source: RangeSource): Promise<number> => {
  let at = 0;
  const pieces: AsyncIterable<Buffer> = source.stream(0, source.size);
  for await (const piece of pieces) {
    const found = piece.findIndex((byte) => byte >= 0x80);
    if (found >= 0) return at + found;
    at += piece.length;
  }
  return 0;
};

/** A list has few letters to guess from, so likelihood alone (chardet) would often take Korean or Cyrillic for Latin. */
const legacyEncoding = async (source: RangeSource, sample: Buffer): Promise<string | undefined> => {
  const korean = decodedSample(sample, 'cp949');
  const mayBeKorean = korean !== undefined && (await isReadable(source, 'cp949'));
  if (mayBeKorean && looksKorean(korean)) return 'cp949';

  const readable: { readonly name: string; readonly text: string }[] = [];
  for (const { name } of analyse(sample)) {
    const text = name === 'EUC-KR' ? undefined : decodedSample(sample, name);
    if (text === undefined || !(await isReadable(source, name))) continue;
    if (!isLatin(name) || looksLatin(text)) return name;
    readable.push({ name, text });
  }
  return readable[0]?.name ?? (mayBeKorean ? 'cp949' : undefined);
};

/** Half a letter at the end of a sample is no fault of the encoding. */
const decodedSample = (sample: Buffer, encoding: string): string | undefined => {
  try {
    return String(decodingOf(encoding).write(sample));
  } catch {
    // An encoding that the platform does not know reads nothing either.
    return undefined;
  }
};

/** Nearly all that is not ASCII is an everyday syllable: Chinese taken for Korean is half ideographs, Japanese full of rarities. */
const looksKorean = (text: string): boolean => {
  const special = specialLetters(text);
  return special.filter(isCommonSyllable).length >= special.length * 0.75;
};

const isLatin = (name: string): boolean => /^(ISO-8859-[1249]|windows-125[0247])$/.test(name);

/** Letters with marks stand alone among plain ones, and few signs stand among letters. */
const looksLatin = (text: string): boolean => {
  const special = specialLetters(text);
  const crowded = text.match(/(?<=[^\0-\x7f])[^\0-\x7f]/g) ?? [];
  const signs = special.filter((letter) => !/[\p{L}\p{M}]/u.test(letter));
  return crowded.length < special.length * 0.4 && signs.length < special.length * 0.2;
};

const specialLetters = (text: string): readonly string[] => text.match(/[^\0-\x7f]/g) ?? [];
