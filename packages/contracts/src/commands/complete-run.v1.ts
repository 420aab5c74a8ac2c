import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, id, reconsidered } from '../primitives.ts';

/** Send an ended run on to those who never got it, in a new attempt. Receiver: campaigns. */
export const CompleteRunV1 = defineMessage(
  'complete_run.v1',
  z.object({
    runId: id(),
    /** The attempt that is to begin: one that has begun is not begun again. */
    attempt: attemptNumber(),
    /** Whom to mail besides those who are still to be mailed. */
    reconsider: z.optional(reconsidered()),
    /** Nobody is left out any more: whoever was suppressed or left out is looked at once more. */
    readmit: z.optional(z.boolean()),
  }),
);
export type CompleteRunV1 = z.infer<typeof CompleteRunV1>;
