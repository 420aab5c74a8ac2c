import { Readable } from 'node:stream';

import type { RangeSource } from '@bulkhead/sheet-reader';

/** The beginning of a file, held. */
export class HeldBytes implements RangeSource {
  readonly size: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.size = bytes.length;
  }

  stream(start: number, end: number): Readable {
    return Readable.from(start < end ? [this.#bytes.subarray(start, end)] : [], { objectMode: false });
  }
}
