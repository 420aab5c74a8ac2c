import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { SnapshotManifestV1, SnapshotRowV1 } from '@bulkhead/contracts';
import { jsonOrUndefined } from '@bulkhead/lambda-kit';
import { bareEtag, type S3Bucket } from '@bulkhead/lambda-kit/aws';
import * as z from 'zod/mini';

import type { FrozenPeople, FrozenSnapshots } from '../application/run-export/ports.ts';
import type { Person } from '../domain/recipient-lines.ts';

const unzip = promisify(gunzip);
/** Far above a thousand rows of any size a contract allows to be useful. */
const MAX_CHUNK_BYTES = 64 * 1_024 * 1_024;

type Bucket = Pick<S3Bucket, 'get' | 'uriOf'>;
type Entry = SnapshotManifestV1['chunks'][number];

/** Of a row nothing is taken but who it is. */
const Row = z.pick(SnapshotRowV1, { contactId: true, address: true, importId: true });

/** Snapshots in the exchange folder of audience's bucket, which only audience writes. */
export class S3FrozenSnapshots implements FrozenSnapshots {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  /** The manifest is written last: without it there is no snapshot. */
  async find(runId: string): Promise<FrozenPeople | undefined> {
    const found = await this.#bucket.get(`exchange/${runId}/manifest.json`);
    const manifest = z.safeParse(SnapshotManifestV1, found && jsonOrUndefined(found.body.toString()));
    if (!manifest.success) return undefined;
    const entries = new Map(manifest.data.chunks.map((entry) => [entry.chunk, entry]));
    return {
      chunks: manifest.data.chunks.map(({ chunk, recipients }) => ({ chunk, recipients })),
      read: async (chunk) => (await this.#lines(entries.get(chunk)))?.map(personIn),
      pick: async (chunk, offsets) => peopleAt(offsets, await this.#lines(entries.get(chunk))),
    };
  }

  async #lines(entry: Entry | undefined): Promise<readonly string[] | undefined> {
    const root = this.#bucket.uriOf('');
    if (!entry?.rows.startsWith(`${root}exchange/`)) return undefined;
    const found = await this.#bucket.get(entry.rows.slice(root.length));
    if (found === undefined || found.etag !== bareEtag(entry.etag)) return undefined;

    const lines = await linesIn(found.body);
    return lines?.length === entry.recipients ? lines : undefined;
  }
}

/** The lines of a chunk, unless it cannot be unzipped. Only a line feed ends one: JSON may hold all other separators. */
const linesIn = async (body: Uint8Array): Promise<readonly string[] | undefined> => {
  try {
    const text = await unzip(body, { maxOutputLength: MAX_CHUNK_BYTES });
    return text.toString().replace(/\n$/, '').split('\n');
  } catch {
    return undefined;
  }
};

const personIn = (line: string): Person | undefined => z.safeParse(Row, jsonOrUndefined(line)).data;

const peopleAt = (offsets: readonly number[], lines: readonly string[] = []): ReadonlyMap<number, Person> =>
  new Map(
    offsets.flatMap((offset) => {
      const person = personIn(lines[offset] ?? '');
      return person === undefined ? [] : [[offset, person] as const];
    }),
  );
