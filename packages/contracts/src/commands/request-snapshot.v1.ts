import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, text } from '../primitives.ts';

/** Ask audience for a snapshot; the run waits. Receiver: campaigns. */
export const RequestSnapshotV1 = defineMessage(
  'request_snapshot.v1',
  z.object({
    runId: id(),
    /** Stays in campaigns: others answer with facts. */
    taskToken: text(2_048),
  }),
);
export type RequestSnapshotV1 = z.infer<typeof RequestSnapshotV1>;
