import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, id, instant, text } from '../primitives.ts';

/** Dispatch needs to know which doubtful recipients of a chunk were seen by SES (protocol of sending, settling of doubt). Producer: dispatch. */
export const ReceiptsRequestedV1 = defineMessage(
  'receipts.requested.v1',
  z.object({
    runId: id(),
    chunk: chunkNumber(),
    /** The message id of the probe mail. */
    probe: text(128),
    probeAt: instant(),
  }),
);
export type ReceiptsRequestedV1 = z.infer<typeof ReceiptsRequestedV1>;
