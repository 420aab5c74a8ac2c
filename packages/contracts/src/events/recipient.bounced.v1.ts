import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, id, instant, offset, text } from '../primitives.ts';

/** A mail came back. Producer: feedback. */
export const RecipientBouncedV1 = defineMessage(
  'recipient.bounced.v1',
  z.object({
    runId: id(),
    chunk: chunkNumber(),
    offset: offset(),
    contactId: id(),
    /** A permanent bounce suppresses at once, transient ones by a rule of audience. */
    kind: z.enum(['permanent', 'transient', 'undetermined']),
    /** Why, as `bounceWords` tells reasons apart; a later version may know more of them. */
    category: z.optional(text(40)),
    at: instant(),
  }),
);
export type RecipientBouncedV1 = z.infer<typeof RecipientBouncedV1>;
