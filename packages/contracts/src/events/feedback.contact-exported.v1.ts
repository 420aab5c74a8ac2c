import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, instant, text } from '../primitives.ts';

/** What feedback holds of a person. Answers contact.export_requested, part by part. Producer: feedback. */
export const FeedbackContactExportedV1 = defineMessage(
  'feedback.contact_exported.v1',
  z.object({
    exportId: id(),
    contactId: id(),
    part: z.int().check(z.minimum(1), z.maximum(1_000)),
    /** What happened to the mails of the runs that were asked about. A run of which nothing is known is missing. */
    mailings: z
      .array(
        z.object({
          runId: id(),
          campaignName: z.optional(text(200)),
          startedAt: z.optional(instant()),
          /** `sent`, `delivered`, `opened` and so on; a later version may know more of them. */
          outcomes: z.array(text(40)).check(z.maxLength(40)),
        }),
      )
      .check(z.maxLength(500)),
  }),
);
export type FeedbackContactExportedV1 = z.infer<typeof FeedbackContactExportedV1>;
