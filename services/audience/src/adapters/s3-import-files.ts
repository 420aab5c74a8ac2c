import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { PermanentError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ChunkName, ImportFiles } from '../application/ports.ts';
import type { Arrival } from '../domain/contact.ts';
import { Bucket } from './bucket.ts';
import { fromNdjson, toNdjson } from './ndjson.ts';
import { isMissing } from './s3-errors.ts';

const ArrivalLine = z.object({
  contactId: z.string(),
  address: z.string(),
  fields: z.record(z.string(), z.string()),
});
const LINK_S = 900;

/** Presigns an address; passed in, so that a function that never does need not carry the presigner. */
export type Presign = (command: GetObjectCommand, expiresInSeconds: number) => Promise<string>;

const folderOf = ({ importId, attempt }: Omit<ChunkName, 'chunk'>): string => `imports/${importId}/${attempt}`;

export class S3ImportFiles implements ImportFiles {
  readonly #bucket: Bucket;
  readonly #presign: Presign;

  constructor(s3: S3Client, bucket: string, presign: Presign) {
    this.#bucket = new Bucket(s3, bucket);
    this.#presign = presign;
  }

  async writeChunk(chunk: ChunkName, contacts: readonly Arrival[]): Promise<string> {
    const key = `${folderOf(chunk)}/chunk-${String(chunk.chunk).padStart(5, '0')}.ndjson.gz`;
    await this.#bucket.put(key, { body: await toNdjson(contacts), contentType: 'application/gzip' });
    return this.#bucket.uriOf(key);
  }

  async readChunk(uri: string): Promise<readonly Arrival[]> {
    const key = uri.slice(this.#bucket.uriOf('').length);
    try {
      return await fromNdjson(await this.#bucket.get(key), ArrivalLine);
    } catch (error) {
      if (!isMissing(error)) throw error;
      const message = 'The rows of this chunk are not there any more; replay the import';
      throw new PermanentError({ code: 'chunk_missing', message, details: { key }, cause: error });
    }
  }

  async writeRejectedRows(name: Omit<ChunkName, 'chunk'>, csv: string): Promise<string> {
    const key = `${folderOf(name)}/rejected-rows.csv`;
    await this.#bucket.put(key, { body: csv, contentType: 'text/csv; charset=utf-8' });
    return key;
  }

  linkToRejectedRows(key: string, fileName: string): Promise<string> {
    return this.#presign(
      new GetObjectCommand({
        Bucket: this.#bucket.name,
        Key: key,
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      }),
      LINK_S,
    );
  }
}
