import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, exclusion, id, text } from '../primitives.ts';

/** Hold, resume or cancel a run. Receiver: campaigns. */
export const ChangeRunControlV1 = defineMessage(
  'change_run_control.v1',
  z.object({
    runId: id(),
    control: z.enum(['send', 'hold', 'cancel']),
    reason: z.optional(text(200)),
    /** The attempt that the person saw; of a later one nothing is changed. */
    attempt: z.optional(attemptNumber()),
    /** With `send` only: whom to leave out from now on, besides those who are left out already. */
    exclude: z.optional(exclusion()),
  }),
);
export type ChangeRunControlV1 = z.infer<typeof ChangeRunControlV1>;
