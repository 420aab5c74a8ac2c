import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, count, id, instant, reconsidered, s3Uri, waveNumber } from '../primitives.ts';

/** Work on a chunk of a wave. Carries no safety: lost, extra and old ones are all harmless. Receiver: dispatch. */
export const SendChunkV1 = defineMessage(
  'send_chunk.v1',
  z.object({
    runId: id(),
    chunk: chunkNumber(),
    wave: waveNumber(),
    tick: count(),
    final: z.boolean(),
    manifest: s3Uri(),
    /** Recipients who are pending again, once, when the chunk is first worked on in this wave. */
    reconsider: z.optional(reconsidered()),
    /** Those who were suppressed or left out are among them. */
    readmit: z.optional(z.boolean()),
    /** When this chunk of its wave will be needed, as far as could be told at the release. */
    turnAt: z.optional(instant()),
    /** Since when its doubt is being settled, if it is. */
    settlingSince: z.optional(instant()),
  }),
);
export type SendChunkV1 = z.infer<typeof SendChunkV1>;
