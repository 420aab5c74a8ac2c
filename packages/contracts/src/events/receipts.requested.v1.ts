import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, id, instant } from '../primitives.ts';

/** Dispatch needs to know which doubtful recipients of a chunk were seen by SES (protocol of sending, settling of doubt). Producer: dispatch. */
export const ReceiptsRequestedV1 = defineMessage(
  'receipts.requested.v1',
  z.object({
    runId: id(),
    chunk: chunkNumber(),
    /** The value of the SES tag `probe` on the probe mail, which bears no tag `run`. Never used for a second mail. */
    probe: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,128}$/)),
    /** Taken before the probe was handed to SES. */
    probeAt: instant(),
  }),
);
export type ReceiptsRequestedV1 = z.infer<typeof ReceiptsRequestedV1>;
