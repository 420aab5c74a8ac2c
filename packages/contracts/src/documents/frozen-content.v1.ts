import * as z from 'zod/mini';

import { id, text } from '../primitives.ts';

/**
 * What a run sends, fixed when it starts. Written by campaigns under `exchange/<runId>/content.json`.
 * Besides the merge fields, Liquid knows `unsubscribe_url`: the recipient's own link, empty in a test.
 */
export const FrozenContentV1 = z.object({
  version: z.literal(1),
  runId: id(),
  campaignId: id(),
  listId: id(),
  from: z.object({ name: z.optional(text(200)), address: text(320) }),
  replyTo: z.optional(text(320)),
  /** Liquid. A field that a recipient lacks renders empty, or its `default`. */
  subject: text(998),
  /** Liquid; values are HTML-escaped unless the template says `| raw`. */
  html: text(2_000_000),
  /** Liquid. Whoever wrote none gets one derived from `html`; absent only in what was frozen before that was done here. */
  text: z.optional(text(2_000_000)),
  /** The merge fields that subject, html and text use. */
  fields: z.array(text(64)),
});
export type FrozenContentV1 = z.infer<typeof FrozenContentV1>;
