import { PermanentError } from '@bulkhead/lambda-kit';
import { type ObjectParts, type S3Bucket, S3TextFile } from '@bulkhead/lambda-kit/aws';

import type { ChunkName, ImportFiles, RejectedRowsFile } from '../application/import-ports.ts';
import type { PlacedArrival } from '../domain/placed-arrival.ts';
import { fromArrivalLines, toArrivalLines } from './arrival-lines.ts';

const LINK_S = 900;

const folderOf = ({ importId, attempt }: Omit<ChunkName, 'chunk'>): string => `imports/${importId}/${attempt}`;

/** The part of a bucket that imports need. */
export type ImportBucket = Pick<S3Bucket, 'uriOf' | 'get' | 'put' | 'presign'> & {
  createUpload(key: string, contentType: string): Promise<Pick<ObjectParts, 'add' | 'complete'>>;
};

export class S3ImportFiles implements ImportFiles {
  readonly #bucket: ImportBucket;

  constructor(bucket: ImportBucket) {
    this.#bucket = bucket;
  }

  async writeChunk(chunk: ChunkName, contacts: readonly PlacedArrival[]): Promise<string> {
    const key = `${folderOf(chunk)}/chunk-${String(chunk.chunk).padStart(5, '0')}.ndjson`;
    // Encoded once: a string would be for its checksum, and again for the wire.
    const body = encoded(toArrivalLines(contacts));
    await this.#bucket.put(key, { body, contentType: 'application/x-ndjson' });
    return this.#bucket.uriOf(key);
  }

  async readChunk(uri: string): Promise<readonly PlacedArrival[]> {
    const key = uri.slice(this.#bucket.uriOf('').length);
    const found = await this.#bucket.get(key);
    if (found !== undefined) return fromArrivalLines(found.body.toString());

    const message = 'The rows of this chunk are not there any more; replay the import';
    throw new PermanentError({ code: 'chunk_missing', message, details: { key } });
  }

  rejectedRows(name: Omit<ChunkName, 'chunk'>): RejectedRowsFile {
    return new S3TextFile(this.#bucket, `${folderOf(name)}/rejected-rows.csv`, 'text/csv; charset=utf-8');
  }

  linkToRejectedRows(key: string, fileName: string): Promise<string> {
    return this.#bucket.presign(key, {
      method: 'GET',
      expiresInSeconds: LINK_S,
      query: { 'response-content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` },
    });
  }
}

/** Room for nearly every chunk, at three bytes for a letter, which is the most that UTF-8 takes for a unit of UTF-16. */
const room = Buffer.allocUnsafeSlow(3 * 2 ** 20);

/** Encodes into more room than is needed: to find out how much that is takes nearly as long as encoding. */
const encoded = (text: string): Buffer =>
  text.length * 3 > room.length ? Buffer.from(text) : Buffer.from(room.subarray(0, room.write(text)));
