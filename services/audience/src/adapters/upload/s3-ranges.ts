import { Readable } from 'node:stream';

import { RetryableError } from '@bulkhead/lambda-kit';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import type { RangeSource } from '@bulkhead/sheet-reader';

import { isConflict } from '../s3-errors.ts';

interface StoredFile {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
}

/** A body may break off so often in a row, without a byte between, before it is left to the next reader. */
const MOST_BREAKS = 5;

/** One version of an object in S3, read from anywhere. A body that breaks off is taken up where it stopped. */
export class S3Ranges implements RangeSource {
  readonly size: number;
  readonly #bucket: Pick<S3Bucket, 'stream'>;
  readonly #file: StoredFile;
  #fetched = 0;

  constructor(bucket: Pick<S3Bucket, 'stream'>, file: StoredFile) {
    this.#bucket = bucket;
    this.#file = file;
    this.size = file.size;
  }

  /** The bytes that have been fetched so far; those that were fetched twice count twice. */
  get fetched(): number {
    return this.#fetched;
  }

  stream(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false, highWaterMark: 1 << 18 });
  }

  /** @throws RetryableError `upload_changed`, `upload_broken` */
  async *#pieces(start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
    let at = start;
    let breaks = 0;
    while (at < end) {
      try {
        for await (const piece of await this.#open(at, end)) {
          at += piece.length;
          this.#fetched += piece.length;
          breaks = 0;
          yield piece;
        }
        if (at < end) throw new Error('The body ended early');
      } catch (error) {
        breaks += 1;
        if (error instanceof RetryableError) throw error;
        if (breaks > MOST_BREAKS) throw this.#broken(error);
      }
    }
  }

  async #open(start: number, end: number): Promise<AsyncIterable<Buffer>> {
    const { key, etag } = this.#file;
    try {
      const body = await this.#bucket.stream(key, { ifMatch: etag, start, end });
      if (body !== undefined) return body;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    const message = 'Another file was uploaded, or this one removed, while it was read';
    throw new RetryableError({ code: 'upload_changed', message, details: { key } });
  }

  #broken(cause: unknown): RetryableError {
    const message = `S3 broke off ${MOST_BREAKS} times in a row; the file is read again from its beginning`;
    return new RetryableError({ code: 'upload_broken', message, details: { key: this.#file.key }, cause });
  }
}
