import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { capacity, chunkNumber, count, id, waveNumber } from '../primitives.ts';

/** A sender has closed a chunk of a wave, handed it back, or let it wait for the quota of the day: the wave lives. Producer: dispatch. */
export const DispatchWaveProgressedV1 = defineMessage(
  'dispatch.wave_progressed.v1',
  z.object({
    runId: id(),
    wave: waveNumber(),
    chunk: chunkNumber(),
    /** The message generation of the chunk inside the wave. */
    tick: count(),
    /** Said when the chunk waits for the quota of the day. */
    capacity: z.optional(capacity()),
  }),
);
export type DispatchWaveProgressedV1 = z.infer<typeof DispatchWaveProgressedV1>;
