import { SnapshotManifestV1 } from '@bulkhead/contracts';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import * as z from 'zod/mini';

import type { Snapshot, Snapshots, TakenSnapshot } from '../application/snapshot/ports.ts';
import { isConflict } from './s3-errors.ts';

const manifestKey = (runId: string): string => `exchange/${runId}/manifest.json`;

/** Snapshots in the exchange folder of the bucket. What has a manifest is whole, and the first manifest wins. */
export class S3Snapshots implements Snapshots {
  readonly #bucket: Pick<S3Bucket, 'get' | 'put' | 'uriOf'>;
  readonly #unsubscribeUrl: string;

  constructor(bucket: Pick<S3Bucket, 'get' | 'put' | 'uriOf'>, unsubscribeUrl: string) {
    this.#bucket = bucket;
    this.#unsubscribeUrl = unsubscribeUrl;
  }

  async find(runId: string): Promise<TakenSnapshot | undefined> {
    const found = await this.#bucket.get(manifestKey(runId));
    return found && this.#taken(z.parse(SnapshotManifestV1, JSON.parse(found.body.toString())));
  }

  async conclude({ runId, lists, fields, chunks, departures, excluded }: Snapshot): Promise<TakenSnapshot> {
    const [list, ...others] = lists;
    const manifest: SnapshotManifestV1 = {
      version: 1,
      runId,
      listId: list.listId,
      listName: list.name,
      ...(others.length > 0 && { lists: lists.map(({ listId, name }) => ({ listId, name })) }),
      recipients: chunks.reduce((sum, { recipients }) => sum + recipients, 0),
      excluded: { ...excluded },
      ...(departures && { departures: [...departures] }),
      fields: [...fields],
      unsubscribeUrl: this.#unsubscribeUrl,
      chunks: chunks.map(({ uri, etag, recipients }, chunk) => ({ chunk, rows: uri, recipients, etag })),
    };
    const content = { body: JSON.stringify(manifest), contentType: 'application/json' };
    try {
      await this.#bucket.put(manifestKey(runId), { ...content, ifNoneMatch: '*' });
      return this.#taken(manifest);
    } catch (error) {
      const first = isConflict(error) ? await this.find(runId) : undefined;
      if (first === undefined) throw error;
      return first;
    }
  }

  #taken({ runId, recipients, chunks, departures, excluded }: SnapshotManifestV1): TakenSnapshot {
    return {
      runId,
      manifest: this.#bucket.uriOf(manifestKey(runId)),
      recipients,
      chunks: chunks.length,
      ...(departures && { departures }),
      excluded: { unsubscribed: 0, suppressed: 0, ...excluded, leftOut: excluded?.leftOut ?? 0 },
    };
  }
}
