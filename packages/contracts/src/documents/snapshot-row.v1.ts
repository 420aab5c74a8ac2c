import * as z from 'zod/mini';

import { id, mergeFields, text } from '../primitives.ts';

/** One line of a chunk: a recipient. Its line number, from 0, is the recipient's offset. */
export const SnapshotRowV1 = z.object({
  contactId: id(),
  address: text(320),
  /** Proves to audience that the bearer may unsubscribe this contact; opaque to everybody else. */
  token: text(200),
  fields: mergeFields(),
  /** The list by which this recipient is mailed: they may leave it meanwhile. Missing where it is the manifest's `listId`. */
  listId: z.optional(id()),
  /** The import by which this recipient joined that list. Missing where it was another way, or is not known. */
  importId: z.optional(id()),
});
export type SnapshotRowV1 = z.infer<typeof SnapshotRowV1>;
