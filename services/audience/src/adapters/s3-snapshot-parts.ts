import { s3Uri } from '@bulkhead/contracts';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import * as z from 'zod/mini';

import type { PartRequest, SnapshotParts } from '../application/snapshot/ports.ts';
import type { SnapshotPart } from '../domain/snapshot.ts';
import { isConflict } from './s3-errors.ts';

const count = () => z.int().check(z.nonnegative());
const Chunk = z.object({ uri: s3Uri(), etag: z.string(), recipients: count() });
const Part = z.object({
  shard: count(),
  first: z.optional(Chunk),
  full: z.array(Chunk),
  rest: z.optional(Chunk),
  departures: z.optional(z.array(z.object({ notBefore: z.string(), full: z.array(Chunk), rests: z.array(Chunk) }))),
  excluded: z.object({ unsubscribed: count(), suppressed: count(), leftOut: z._default(count(), 0) }),
});

type Whole = Pick<PartRequest, 'runId' | 'attempt' | 'shards' | 'localTime'>;

/** Parts by the clock have names of their own: one that was taken without, by a version that knew no clocks, would bring nobody to a whole of theirs. */
const keyOf = ({ runId, attempt, shards, localTime }: Whole, shard: number): string =>
  `exchange/${runId}/parts/${attempt}/${shard}-of-${shards}${localTime ? '-by-clock' : ''}.json`;

/** One object a part, written once: a part that is taken twice has the chunks of one take, never some of each. */
export class S3SnapshotParts implements SnapshotParts {
  readonly #bucket: Pick<S3Bucket, 'get' | 'put'>;

  constructor(bucket: Pick<S3Bucket, 'get' | 'put'>) {
    this.#bucket = bucket;
  }

  async find(name: Whole & { readonly shard: number }): Promise<SnapshotPart | undefined> {
    const found = await this.#bucket.get(keyOf(name, name.shard));
    return found && z.parse(Part, JSON.parse(found.body.toString()));
  }

  async record(name: Whole, part: SnapshotPart): Promise<void> {
    const content = { body: JSON.stringify(part), contentType: 'application/json', ifNoneMatch: '*' } as const;
    try {
      await this.#bucket.put(keyOf(name, part.shard), content);
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  }

  async all(name: Whole): Promise<readonly SnapshotPart[]> {
    const shards = Array.from({ length: name.shards }, (_, shard) => shard);
    const found = await Promise.all(shards.map((shard) => this.find({ ...name, shard })));
    return found.filter((part) => part !== undefined);
  }
}
