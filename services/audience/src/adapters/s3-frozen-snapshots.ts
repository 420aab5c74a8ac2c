import { SnapshotManifestV1 } from '@bulkhead/contracts';
import { jsonOrUndefined } from '@bulkhead/lambda-kit';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import * as z from 'zod/mini';

import type { FrozenChunk, FrozenRecipients, FrozenSnapshots } from '../application/export/ports.ts';
import { unzipLines } from './ndjson.ts';

const EXCHANGE = 'exchange/';
const Row = z.object({ contactId: z.string() });

type Bucket = Pick<S3Bucket, 'get' | 'folders' | 'uriOf'>;
type Chunks = SnapshotManifestV1['chunks'];

/** Reads the snapshots in the exchange folder of the bucket, as long as they are kept. */
export class S3FrozenSnapshots implements FrozenSnapshots {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  async *runs(): AsyncGenerator<readonly string[]> {
    for await (const folders of this.#bucket.folders(EXCHANGE)) {
      yield folders.map((folder) => folder.slice(EXCHANGE.length, -1));
    }
  }

  /** A folder without a manifest is no snapshot, or not one yet. */
  async find(runId: string): Promise<FrozenRecipients | undefined> {
    const found = await this.#bucket.get(`${EXCHANGE}${runId}/manifest.json`);
    const manifest = z.safeParse(SnapshotManifestV1, found && jsonOrUndefined(found.body.toString()));
    if (!manifest.success) return undefined;
    const { chunks } = manifest.data;
    return { rows: rowsOf(manifest.data), read: (chunk) => this.#read(chunks[chunk]?.rows ?? '') };
  }

  async #read(uri: string): Promise<FrozenChunk | undefined> {
    const found = await this.#bucket.get(uri.slice(this.#bucket.uriOf('').length));
    const lines = found === undefined ? [] : await unzipLines(found.body);
    const [firstId, lastId] = [lines.at(0), lines.at(-1)].map((line) => line && idIn(line));
    if (firstId === undefined || lastId === undefined) return undefined;
    return { firstId, lastId, offsetOf: (contactId) => offsetIn(lines, contactId) };
  }
}

/**
 * The short first chunk, the full chunks of all shards, and those made of what was left over are each in the order of the ids
 * (docs/adr/0020-snapshots-by-shards.md); where people are mailed by the clock where they are, those of each moment.
 */
const rowsOf = ({ chunks, departures = [] }: SnapshotManifestV1): FrozenRecipients['rows'] => {
  const isOfRests = ({ rows }: Chunks[number]) => /\/rests-[^/]*$/.test(rows);
  const starts = [0, ...departures.slice(1).map(({ firstChunk }) => firstChunk)];
  return starts.flatMap((start, n) => {
    const those = chunks.slice(start, starts[n + 1]);
    const numbers = (which: (entry: Chunks[number]) => boolean) => those.filter(which).map(({ chunk }) => chunk);
    return [
      numbers(({ chunk }) => chunk === 0),
      numbers((entry) => entry.chunk > 0 && !isOfRests(entry)),
      numbers((entry) => entry.chunk > 0 && isOfRests(entry)),
    ];
  });
};

const idIn = (line: string): string | undefined => z.safeParse(Row, jsonOrUndefined(line)).data?.contactId;

/** Only the line that seems to be it is parsed: there are a thousand in a chunk. */
const offsetIn = (lines: readonly string[], contactId: string): number | undefined => {
  const offset = lines.findIndex((line) => line.includes(`"${contactId}"`) && idIn(line) === contactId);
  return offset < 0 ? undefined : offset;
};
