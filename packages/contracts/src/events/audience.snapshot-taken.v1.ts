import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { count, departures, excluded, id, s3Uri } from '../primitives.ts';

/** The recipients of a run are frozen. Producer: audience. */
export const AudienceSnapshotTakenV1 = defineMessage(
  'audience.snapshot_taken.v1',
  z.object({
    runId: id(),
    /** A SnapshotManifestV1. */
    manifest: s3Uri(),
    recipients: count(),
    chunks: count(),
    /** Members of the lists that are not recipients, by reason, everybody once. */
    excluded: excluded(),
    /** When which chunks may go out, in the order of their numbers. Missing where all may at once. */
    departures: z.optional(departures()),
  }),
);
export type AudienceSnapshotTakenV1 = z.infer<typeof AudienceSnapshotTakenV1>;
