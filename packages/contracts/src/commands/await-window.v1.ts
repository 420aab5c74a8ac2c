import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, text } from '../primitives.ts';

/** Keep a run waiting until its send window opens, or a person cancels it before. Receiver: campaigns. */
export const AwaitWindowV1 = defineMessage(
  'await_window.v1',
  z.object({
    runId: id(),
    /** Stays in campaigns: others answer with facts. */
    taskToken: text(2_048),
  }),
);
export type AwaitWindowV1 = z.infer<typeof AwaitWindowV1>;
