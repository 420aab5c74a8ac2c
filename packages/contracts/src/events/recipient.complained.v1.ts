import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, id, instant, offset } from '../primitives.ts';

/** A recipient called the mail spam. Producer: feedback. */
export const RecipientComplainedV1 = defineMessage(
  'recipient.complained.v1',
  z.object({
    runId: id(),
    chunk: chunkNumber(),
    offset: offset(),
    contactId: id(),
    at: instant(),
  }),
);
export type RecipientComplainedV1 = z.infer<typeof RecipientComplainedV1>;
