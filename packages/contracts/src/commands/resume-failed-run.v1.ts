import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, id } from '../primitives.ts';

/** Start a failed run again, for those not yet handed over. Receiver: campaigns. */
export const ResumeFailedRunV1 = defineMessage(
  'resume_failed_run.v1',
  z.object({
    runId: id(),
    /** The attempt that is to begin: one that has begun is not begun again. */
    attempt: z.optional(attemptNumber()),
  }),
);
export type ResumeFailedRunV1 = z.infer<typeof ResumeFailedRunV1>;
