import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, id, localTime, s3Uri, text } from '../primitives.ts';

/** Freeze the recipients of a run whose ids lie in one shard. Receiver: audience. */
export const TakeSnapshotPartV1 = defineMessage(
  'take_snapshot_part.v1',
  z.object({
    runId: id(),
    /** Parts of different attempts are parts of different snapshots, of which the first that is whole counts. */
    attempt: attemptNumber(),
    shard: z.int().check(z.minimum(0), z.maximum(999)),
    /** How many shards make a whole. */
    shards: z.int().check(z.minimum(1), z.maximum(1_000)),
    /** The list that the snapshot is named after, and others whose members it takes too. */
    lists: z.array(id()).check(z.minLength(1), z.maxLength(20)),
    /** Members of these are left out. */
    exclude: z.array(id()).check(z.maxLength(20)),
    fields: z.array(text(64)),
    /** Where it is written what the snapshot takes, segments included. A part without a plan knows no segments. */
    plan: z.optional(s3Uri()),
    chunkSize: z.int().check(z.minimum(1), z.maximum(1_000)),
    firstChunkSize: z.int().check(z.minimum(1), z.maximum(1_000)),
    /** Chunks hold people whose clocks show this at the same moment. */
    localTime: z.optional(localTime()),
  }),
);
export type TakeSnapshotPartV1 = z.infer<typeof TakeSnapshotPartV1>;
