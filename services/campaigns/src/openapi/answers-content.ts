import { count, id } from '@bulkhead/contracts';
import * as z from 'zod/mini';

/** What a run has sent. */
export const RunContent = z.object({
  runId: id(),
  from: z.object({ name: z.optional(z.string()), address: z.string() }),
  replyTo: z.optional(z.string()),
  subject: z.string(),
  html: z.string(),
  /** Of every mail but the oldest, whose text dispatch derived. */
  text: z.optional(z.string()),
  /** The merge fields that it uses. */
  fields: z.array(z.string()),
  files: z.array(
    z.object({
      fileName: z.string(),
      contentType: z.string(),
      size: count(),
      /** Of a picture that the HTML shows as `cid:…`. */
      contentId: z.optional(z.string()),
      /** For some minutes. */
      url: z.url(),
    }),
  ),
});
