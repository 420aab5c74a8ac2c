import { Readable } from 'node:stream';

import type { RangeSource } from '@bulkhead/sheet-reader';

/** A file in memory that comes in pieces of so many bytes, wherever that cuts it. */
export class BytesSource implements RangeSource {
  readonly size: number;
  fetched = 0;
  readonly #bytes: Uint8Array;
  readonly #pieceBytes: number;

  constructor(bytes: Uint8Array, pieceBytes = 65_536) {
    this.#bytes = bytes;
    this.#pieceBytes = pieceBytes;
    this.size = bytes.length;
  }

  stream(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false });
  }

  *#pieces(start: number, end: number): Generator<Buffer> {
    for (let at = start; at < end; at += this.#pieceBytes) {
      const piece = Buffer.from(this.#bytes.subarray(at, Math.min(end, at + this.#pieceBytes)));
      this.fetched += piece.length;
      yield piece;
    }
  }
}
