import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { callbackify } from 'node:util';

import yauzl from 'yauzl';

import type { RangeSource } from './range-source.ts';

/** The directory stands at the end of an archive; that of a workbook is far smaller than this. */
const TAIL_BYTES = 1 << 18;
const BLOCK_BYTES = 1 << 16;

/**
 * Serves the many small reads of a zip library from few large ones: a range of an object in S3 costs a request. Parts
 * themselves are streamed past the cache.
 */
export class CachedRanges extends yauzl.RandomAccessReader {
  readonly #source: RangeSource;
  #block: { readonly start: number; readonly bytes: Promise<Buffer> } | undefined;
  #tail: { readonly start: number; readonly bytes: Promise<Buffer> } | undefined;

  constructor(source: RangeSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#source.stream(start, end);
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    callbackify(() => this.#fill(target.subarray(offset, offset + length), position))(callback);
  }

  async #fill(target: Buffer, position: number): Promise<void> {
    const bytes = await this.#read(position, target.length);
    if (bytes.length < target.length) throw new Error('the file ends early');
    bytes.copy(target);
  }

  async #read(position: number, length: number): Promise<Buffer> {
    const block = this.#blockFor(position, length);
    if (block === undefined) return buffer(this.#source.stream(position, position + length));
    return (await block.bytes).subarray(position - block.start, position - block.start + length);
  }

  #blockFor(position: number, length: number) {
    const { size } = this.#source;
    const tailStart = Math.max(0, size - TAIL_BYTES);
    if (position >= tailStart) {
      this.#tail ??= { start: tailStart, bytes: buffer(this.#source.stream(tailStart, size)) };
      return this.#tail;
    }
    if (length > BLOCK_BYTES) return undefined;
    const known = this.#block;
    if (known !== undefined && position >= known.start && position + length <= known.start + BLOCK_BYTES) return known;
    const end = Math.min(size, position + BLOCK_BYTES);
    this.#block = { start: position, bytes: buffer(this.#source.stream(position, end)) };
    return this.#block;
  }
}
