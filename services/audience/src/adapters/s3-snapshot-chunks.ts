import type { SnapshotRowV1 } from '@bulkhead/contracts';
import { PermanentError } from '@bulkhead/lambda-kit';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import { numbered } from '../application/snapshot/chunk-writing.ts';
import type { Recipient, SnapshotChunks, Take } from '../application/snapshot/ports.ts';
import type { SnapshotChunk } from '../domain/snapshot.ts';
import { toNdjson, unzipLines, zipLines } from './ndjson.ts';

type Bucket = Pick<S3Bucket, 'name' | 'get' | 'put' | 'uriOf'>;

/** The chunks of snapshots in the exchange folder of the bucket. Every take writes into a folder of its own. */
export class S3SnapshotChunks implements SnapshotChunks {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  async write(take: Take, name: string, recipients: readonly Recipient[]): Promise<SnapshotChunk> {
    const rows: readonly SnapshotRowV1[] = recipients.map(
      ({ contactId, address, token, fields, listId, importId }) => ({
        contactId,
        address,
        token,
        fields,
        ...(listId !== undefined && { listId }),
        ...(importId !== undefined && { importId }),
      }),
    );
    return this.#put(take, name, { body: await toNdjson(rows), recipients: rows.length });
  }

  async cutAnew(
    take: Take,
    chunks: readonly SnapshotChunk[],
    sizes: readonly number[],
  ): Promise<readonly SnapshotChunk[]> {
    const written: SnapshotChunk[] = [];
    let waiting: readonly string[] = [];
    for (const chunk of chunks) {
      waiting = [...waiting, ...(await this.#linesOf(chunk))];
      for (
        let size = sizes[written.length];
        size !== undefined && waiting.length >= size;
        size = sizes[written.length]
      ) {
        const lines = waiting.slice(0, size);
        const name = `rests-${numbered(written.length)}`;
        written.push(await this.#put(take, name, { body: await zipLines(lines), recipients: lines.length }));
        waiting = waiting.slice(size);
      }
    }
    return written;
  }

  /** The lines as they are: they were checked when they were written. */
  async #linesOf({ uri, etag }: SnapshotChunk): Promise<readonly string[]> {
    const found = await this.#bucket.get(uri.slice(this.#bucket.uriOf('').length), { ifMatch: etag });
    if (found === undefined) {
      throw new PermanentError({ code: 'chunk_missing', message: 'A part of a snapshot is gone from the bucket.' });
    }
    return unzipLines(found.body);
  }

  async #put(
    { runId, takeId }: Take,
    name: string,
    { body, recipients }: { readonly body: Buffer; readonly recipients: number },
  ): Promise<SnapshotChunk> {
    const key = `exchange/${runId}/${takeId}/${name}.ndjson.gz`;
    const etag = await this.#bucket.put(key, { body, contentType: 'application/gzip' });
    return { uri: this.#bucket.uriOf(key), etag, recipients };
  }
}
