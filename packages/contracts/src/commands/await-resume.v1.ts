import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, text } from '../primitives.ts';

/** Keep a held run waiting until a person resumes or cancels it. Receiver: campaigns. */
export const AwaitResumeV1 = defineMessage(
  'await_resume.v1',
  z.object({
    runId: id(),
    /** Stays in campaigns: others answer with facts. */
    taskToken: text(2_048),
  }),
);
export type AwaitResumeV1 = z.infer<typeof AwaitResumeV1>;
