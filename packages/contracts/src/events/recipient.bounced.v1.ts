import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, id, instant, offset } from '../primitives.ts';

/** A mail came back. Producer: feedback. */
export const RecipientBouncedV1 = defineMessage(
  'recipient.bounced.v1',
  z.object({
    runId: id(),
    chunk: chunkNumber(),
    offset: offset(),
    contactId: id(),
    /** Only a permanent bounce suppresses. */
    kind: z.enum(['permanent', 'transient', 'undetermined']),
    at: instant(),
  }),
);
export type RecipientBouncedV1 = z.infer<typeof RecipientBouncedV1>;
