import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id } from '../primitives.ts';

/** Start a failed run again, for those not yet handed over. Receiver: campaigns. */
export const ResumeFailedRunV1 = defineMessage('resume_failed_run.v1', z.object({ runId: id() }));
export type ResumeFailedRunV1 = z.infer<typeof ResumeFailedRunV1>;
