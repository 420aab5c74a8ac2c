import * as z from 'zod/mini';

import { count, id, s3Uri, text } from '../primitives.ts';

/** A file that goes with every mail. Its object is a copy for this run, or this test, alone: nothing can change it any more. */
const attachment = z.object({
  uri: s3Uri(),
  fileName: text(200),
  contentType: text(78),
  size: count(),
  /** Of the bytes, in hexadecimal digits. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** For a picture that the HTML shows as `cid:<contentId>`; other files are attached. */
  contentId: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,60}@[A-Za-z0-9.-]{1,60}$/))),
});

/**
 * What a run sends, fixed when it starts. Written by campaigns under `exchange/<runId>/content-<fingerprint>.json`.
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
  /** All of them together with the rest fit into what SES takes: 10 MB. */
  attachments: z.optional(z.array(attachment).check(z.maxLength(40))),
});
export type FrozenContentV1 = z.infer<typeof FrozenContentV1>;
