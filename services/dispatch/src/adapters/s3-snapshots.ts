import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { SnapshotManifestV1, SnapshotRowV1 } from '@bulkhead/contracts';
import { jsonOrUndefined } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ChunkRead, Snapshots } from '../application/ports.ts';
import type { Unreadable } from '../domain/chunk-state.ts';
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
    const { listId, listName, lists = [], unsubscribeUrl, chunks } = await this.#manifest(uri);
    return {
      listId,
      listName,
      lists: new Map(lists.map((list) => [list.listId, list.name])),
      unsubscribeUrl,
      chunks: new Map(chunks.map(({ chunk, recipients, etag }) => [chunk, { recipients, content: fingerprint(etag) }])),
    };
  }

  async rows(manifest: string, chunk: number): Promise<ChunkRead> {
    const about = (await this.#manifest(manifest)).chunks.find((each) => each.chunk === chunk);
    if (about === undefined) return unreadable('chunk_changed');
    const object = await this.#objects.find(about.rows);
    if (object === undefined) return unreadable('chunk_missing');

    const lines = await linesIn(object.body);
    if (lines?.length !== about.recipients) return unreadable('chunk_malformed');
    if (object.etag !== bareEtag(about.etag)) return unreadable('chunk_changed');
    return { kind: 'rows', rows: lines.map((line) => z.safeParse(SnapshotRowV1, jsonOrUndefined(line)).data) };
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

const unreadable = (reason: Unreadable): ChunkRead => ({ kind: 'unreadable', reason });

/** The lines of an object, unless it cannot be unzipped: a truncated one cannot. */
const linesIn = async (body: Uint8Array): Promise<readonly string[] | undefined> => {
  try {
    const text = await unzip(body, { maxOutputLength: MAX_CHUNK_BYTES });
    return text.toString().replace(/\n$/, '').split('\n');
  } catch {
    return undefined;
  }
};
