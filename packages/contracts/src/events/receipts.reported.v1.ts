import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, id, instant, text } from '../primitives.ts';

/** Which offsets of a chunk have been seen, as of the instant the probe was sent. Producer: feedback. */
export const ReceiptsReportedV1 = defineMessage(
  'receipts.reported.v1',
  z.object({
    runId: id(),
    chunk: chunkNumber(),
    probe: text(128),
    asOf: instant(),
    /** A bitmap of 1,000 bits, base64. */
    seen: z.string().check(z.maxLength(172)),
  }),
);
export type ReceiptsReportedV1 = z.infer<typeof ReceiptsReportedV1>;
