import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, id, instant, offset } from '../primitives.ts';

/** A recipient opened a mail or followed a link in it. Producer: feedback. */
export const RecipientEngagedV1 = defineMessage(
  'recipient.engaged.v1',
  z.object({
    runId: id(),
    chunk: chunkNumber(),
    offset: offset(),
    contactId: id(),
    kind: z.enum(['opened', 'clicked']),
    at: instant(),
  }),
);
export type RecipientEngagedV1 = z.infer<typeof RecipientEngagedV1>;
