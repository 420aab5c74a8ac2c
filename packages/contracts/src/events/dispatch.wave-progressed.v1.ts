import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { chunkNumber, count, id, waveNumber } from '../primitives.ts';

/** A sender has closed or handed back a chunk of a wave: the wave lives. Producer: dispatch. */
export const DispatchWaveProgressedV1 = defineMessage(
  'dispatch.wave_progressed.v1',
  z.object({
    runId: id(),
    wave: waveNumber(),
    chunk: chunkNumber(),
    /** The message generation of the chunk inside the wave. */
    tick: count(),
  }),
);
export type DispatchWaveProgressedV1 = z.infer<typeof DispatchWaveProgressedV1>;
