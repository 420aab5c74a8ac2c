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
    /** `probeAt` of the request, never the instant of the answer. */
    asOf: instant(),
    /** A bitmap, base64: offset n is bit `n & 7` of byte `n >> 3`. At most 1,000 bits; zero bytes at its end may be missing. */
    seen: z.string().check(z.maxLength(172)),
  }),
);
export type ReceiptsReportedV1 = z.infer<typeof ReceiptsReportedV1>;
