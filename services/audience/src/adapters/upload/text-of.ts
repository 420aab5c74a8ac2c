import type { RangeSource } from '@bulkhead/sheet-reader';

import { decodingOf } from './text-decoders.ts';

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
const LONGEST_MARK = 3;

/** The encoding that a byte order mark names. */
export const markOf = (bytes: Uint8Array): { readonly encoding: string; readonly bytes: number } | undefined => {
  const found = MARKS.find(({ mark }) => mark.every((byte, n) => bytes[n] === byte));
  return found && { encoding: found.encoding, bytes: found.mark.length };
};

/**
 * The text of a file as it comes, without its byte order mark: strings, or UTF-8.
 * @throws UndecodableText
 */
export async function* textOf(source: RangeSource, encoding: string, from = 0): AsyncGenerator<Buffer | string> {
  const decoding = decodingOf(encoding);
  let isFirst = from === 0;
  for await (const piece of withStart(source.stream(from, source.size))) {
    const mark = isFirst ? markOf(piece) : undefined;
    isFirst = false;
    const text = decoding.write(mark?.encoding === encoding ? piece.subarray(mark.bytes) : piece);
    if (text.length > 0) yield text;
  }
  const rest = decoding.end();
  if (rest.length > 0) yield rest;
}

/** Pieces may be as short as the network makes them; the first one has room for a mark. */
async function* withStart(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (start.length >= LONGEST_MARK) yield piece;
    else {
      start = Buffer.concat([start, piece]);
      if (start.length >= LONGEST_MARK) yield start;
    }
  }
  if (start.length < LONGEST_MARK) yield start;
}
