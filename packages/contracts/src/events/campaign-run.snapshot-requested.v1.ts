import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, id, localTime, text } from '../primitives.ts';

/** A run needs its recipients, frozen. Answered by audience.snapshot_taken or audience.snapshot_failed. Producer: campaigns. */
export const CampaignRunSnapshotRequestedV1 = defineMessage(
  'campaign_run.snapshot_requested.v1',
  z.object({
    runId: id(),
    campaignId: id(),
    /** A request of a later attempt is a new one: what an earlier attempt was told may have changed. */
    attempt: z.optional(attemptNumber()),
    audience: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('list'),
        listId: id(),
        /** Other lists whose members are mailed too, everybody once. */
        lists: z.optional(z.array(id()).check(z.maxLength(19))),
        /** Lists whose members are left out. */
        exclude: z.optional(z.array(id()).check(z.maxLength(20))),
        /** Only those members are mailed who match at least one of these segments. Without any, all are. */
        segments: z.optional(z.array(id()).check(z.maxLength(10))),
        /** Who matches one of these segments is left out. */
        excludeSegments: z.optional(z.array(id()).check(z.maxLength(10))),
      }),
    ]),
    /** The merge fields that the frozen content uses; a row carries no others. */
    fields: z.array(text(64)),
    /** Recipients of every chunk but the first, at most 1,000. */
    chunkSize: z.int().check(z.minimum(1), z.maximum(1_000)),
    /** Recipients of the first chunk, which is the start of the canary wave. */
    firstChunkSize: z.int().check(z.minimum(1), z.maximum(1_000)),
    /** Everybody is mailed when clocks where they are show this. Without it, all as soon as the run comes to them. */
    localTime: z.optional(localTime()),
  }),
);
export type CampaignRunSnapshotRequestedV1 = z.infer<typeof CampaignRunSnapshotRequestedV1>;
