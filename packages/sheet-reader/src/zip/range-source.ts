import type { Readable } from 'node:stream';

/** A file that can be read from anywhere, such as an object in S3. */
export interface RangeSource {
  /** Bytes of the whole file. */
  readonly size: number;
  /** The bytes from `start` up to, and without, `end`. Errors end the stream. */
  stream(start: number, end: number): Readable;
}
