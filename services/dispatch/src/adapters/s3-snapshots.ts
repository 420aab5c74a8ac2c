import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { SnapshotManifestV1, SnapshotRowV1 } from '@bulkhead/contracts';
import { jsonOrUndefined, PermanentError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Rows, Snapshots } from '../application/ports.ts';
import type { Snapshot } from '../domain/run.ts';
import { bareEtag, type S3Objects } from './s3-objects.ts';

const unzip = promisify(gunzip);
/** Far above a thousand rows of any size a contract allows to be useful. */
const MAX_CHUNK_BYTES = 64 * 1_024 * 1_024;
const MANIFESTS_KEPT = 4;

type Manifest = z.infer<typeof SnapshotManifestV1>;

/** Snapshots in audience's bucket. Manifests never change and are kept for the next invocations. */
export class S3Snapshots implements Snapshots {
  readonly #objects: S3Objects;
  readonly #manifests = new Map<string, Manifest>();

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async manifest(uri: string): Promise<Snapshot> {
    const { listId, listName, unsubscribeUrl, chunks } = await this.#manifest(uri);
    return {
      listId,
      listName,
      unsubscribeUrl,
      chunks: new Map(chunks.map(({ chunk, recipients, etag }) => [chunk, { recipients, content: fingerprint(etag) }])),
    };
  }

  async rows(manifest: string, chunk: number): Promise<Rows> {
    const about = (await this.#manifest(manifest)).chunks.find((each) => each.chunk === chunk);
    if (about === undefined) throw malformed(chunk, 'is not in its manifest');

    const { body, etag } = await this.#objects.read(about.rows, 'chunk');
    if (etag !== bareEtag(about.etag)) {
      throw new PermanentError({
        code: 'chunk_changed',
        message: `Chunk ${chunk} is not the object that was released`,
      });
    }
    const text = await unzip(body, { maxOutputLength: MAX_CHUNK_BYTES }).catch((cause: unknown) => {
      throw malformed(chunk, 'cannot be unzipped', cause);
    });
    const lines = text.toString().split('\n').slice(0, about.recipients);
    if (lines.length < about.recipients) throw malformed(chunk, `has ${lines.length} rows of ${about.recipients}`);
    return lines.map((line) => z.safeParse(SnapshotRowV1, jsonOrUndefined(line)).data);
  }

  async #manifest(uri: string): Promise<Manifest> {
    const kept = this.#manifests.get(uri);
    if (kept !== undefined) return kept;

    const manifest = await this.#objects.readJson(uri, 'snapshot', SnapshotManifestV1);
    for (const oldest of [...this.#manifests.keys()].slice(0, -MANIFESTS_KEPT + 1)) this.#manifests.delete(oldest);
    this.#manifests.set(uri, manifest);
    return manifest;
  }
}

/** Tells chunk objects apart in 16 characters: the ledger has no room for a whole ETag. */
const fingerprint = (etag: string): string =>
  createHash('sha256').update(bareEtag(etag)).digest().subarray(0, 12).toString('base64url');

const malformed = (chunk: number, how: string, cause?: unknown): PermanentError =>
  new PermanentError({ code: 'chunk_malformed', message: `Chunk ${chunk} ${how}`, cause });
