import { PermanentError } from '@bulkhead/lambda-kit';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import * as z from 'zod/mini';

import type { ChunkName, ImportFiles } from '../application/ports.ts';
import type { Arrival } from '../domain/contact.ts';
import { fromNdjson, toNdjson } from './ndjson.ts';

const ArrivalLine = z.object({
  contactId: z.string(),
  address: z.string(),
  fields: z.record(z.string(), z.string()),
});
const LINK_S = 900;

const folderOf = ({ importId, attempt }: Omit<ChunkName, 'chunk'>): string => `imports/${importId}/${attempt}`;

export class S3ImportFiles implements ImportFiles {
  readonly #bucket: Pick<S3Bucket, 'get' | 'put' | 'presign' | 'uriOf'>;

  constructor(bucket: Pick<S3Bucket, 'get' | 'put' | 'presign' | 'uriOf'>) {
    this.#bucket = bucket;
  }

  async writeChunk(chunk: ChunkName, contacts: readonly Arrival[]): Promise<string> {
    const key = `${folderOf(chunk)}/chunk-${String(chunk.chunk).padStart(5, '0')}.ndjson.gz`;
    await this.#bucket.put(key, { body: await toNdjson(contacts), contentType: 'application/gzip' });
    return this.#bucket.uriOf(key);
  }

  async readChunk(uri: string): Promise<readonly Arrival[]> {
    const key = uri.slice(this.#bucket.uriOf('').length);
    const found = await this.#bucket.get(key);
    if (found !== undefined) return fromNdjson(found.body, ArrivalLine);

    const message = 'The rows of this chunk are not there any more; replay the import';
    throw new PermanentError({ code: 'chunk_missing', message, details: { key } });
  }

  async writeRejectedRows(name: Omit<ChunkName, 'chunk'>, csv: string): Promise<string> {
    const key = `${folderOf(name)}/rejected-rows.csv`;
    await this.#bucket.put(key, { body: csv, contentType: 'text/csv; charset=utf-8' });
    return key;
  }

  linkToRejectedRows(key: string, fileName: string): Promise<string> {
    return this.#bucket.presign(key, {
      method: 'GET',
      expiresInSeconds: LINK_S,
      query: { 'response-content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` },
    });
  }
}
