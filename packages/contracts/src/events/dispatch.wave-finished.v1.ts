import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { capacity, chunkNumber, count, id, text, waveNumber } from '../primitives.ts';

/** No sender will start another send for this wave. The counts are what the wave changed; they add up to `recipients`. Producer: dispatch. */
export const DispatchWaveFinishedV1 = defineMessage(
  'dispatch.wave_finished.v1',
  z.object({
    runId: id(),
    wave: waveNumber(),
    final: z.boolean(),
    /** Offsets that were open when the wave was released. */
    recipients: count(),
    accepted: count(),
    refused: count(),
    suppressed: count(),
    left: count(),
    pending: count(),
    unsettled: count(),
    chunksWithPending: z.array(chunkNumber()),
    /** Those whose fate was decided before this wave and who were open again with it: they are among `recipients`. */
    reconsidered: z.optional(z.object({ left: count(), refused: count(), suppressed: z.optional(count()) })),
    /** Chunks whose only open offsets are doubtful, or are doubtful and unreadable. */
    chunksWithDoubt: z.array(chunkNumber()),
    /**
     * Recipients who are still to be mailed and cannot be, because their rows cannot be read; they are not among the pending. They
     * wait for a wave that somebody releases after a repair. A chunk that has doubt besides is among `chunksWithDoubt` too.
     */
    unreadable: z.optional(
      z.array(z.object({ reason: text(40), recipients: count(), chunks: z.array(chunkNumber()) })),
    ),
    capacity: z.optional(capacity()),
  }),
);
export type DispatchWaveFinishedV1 = z.infer<typeof DispatchWaveFinishedV1>;
