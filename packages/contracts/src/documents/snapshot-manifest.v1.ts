import * as z from 'zod/mini';

import { chunkNumber, count, departures, excluded, id, s3Uri, text } from '../primitives.ts';

/** What a snapshot consists of. Written by audience, last, under `exchange/<runId>/manifest.json`: if it exists, the snapshot is whole. */
export const SnapshotManifestV1 = z.object({
  version: z.literal(1),
  runId: id(),
  listId: id(),
  listName: text(200),
  recipients: count(),
  /** All lists whose members are recipients, that of `listId` first. Missing where there is no other. */
  lists: z.optional(z.array(z.object({ listId: id(), name: text(200) })).check(z.maxLength(20))),
  /** Members of the lists that are not recipients, by reason, everybody once. */
  excluded: z.optional(excluded()),
  /** When which chunks may go out, in the order of their numbers. Missing where all may at once. */
  departures: z.optional(departures()),
  fields: z.array(text(64)),
  /** A row's `token` appended to this is that recipient's RFC 8058 one-click address. Ends in a slash. */
  unsubscribeUrl: z.url(),
  /** In the order of their numbers, from 0, without a gap. */
  chunks: z.array(
    z.object({
      chunk: chunkNumber(),
      /** A gzip NDJSON object of SnapshotRowV1 lines. */
      rows: s3Uri(),
      recipients: z.int().check(z.minimum(1), z.maximum(1_000)),
      etag: text(80),
    }),
  ),
});
export type SnapshotManifestV1 = z.infer<typeof SnapshotManifestV1>;
